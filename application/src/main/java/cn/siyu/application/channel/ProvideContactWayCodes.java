package cn.siyu.application.channel;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Asks the channel for a code of its own for every account of every contact way (员工活码): what a visitor is shown leads
/// to exactly one account and carries the contact way's source mark.
///
/// An UNKNOWN answer is asked again: a second code on the far side costs quota, not customers.
public final class ProvideContactWayCodes {
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final List<ChannelAdapter> channels;
    private final UnitOfWork work;

    /// Rests after a failure, per brand. In memory: after a restart it is simply tried again.
    private final Map<BrandId, Instant> resting = new ConcurrentHashMap<>();

    public ProvideContactWayCodes(
            ContactWays ways, ChannelAccounts accounts, List<ChannelAdapter> channels, UnitOfWork work) {
        this.ways = ways;
        this.accounts = accounts;
        this.channels = List.copyOf(channels);
        this.work = work;
    }

    /// Asks for codes that are missing, and says how many were got.
    public int runDue(BrandId brand, Instant now, int atMost) {
        var rest = resting.get(brand);
        if (rest != null && rest.isAfter(now)) {
            return 0;
        }
        int got = 0;
        for (var missing : ways.withoutCode(brand, atMost)) {
            if (provide(brand, missing)) {
                got++;
            }
        }
        if (got == 0) {
            resting.put(brand, now.plus(AFTER_FAILURE));
        }
        return got;
    }

    /// Never by itself: missing codes are provided along with other work, and at least when a brand is looked at.
    public Optional<Instant> nextDueAt(BrandId brand) {
        if (ways.withoutCode(brand, 1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(resting.get(brand));
    }

    private boolean provide(BrandId brand, ContactWays.Missing missing) {
        var account = accounts.find(brand, missing.account()).orElseThrow();
        return connection(account)
                .map(connection -> connection
                        .contactWays()
                        .create(new ContactWayProvider.Request(
                                account.address(), missing.state(), missing.state(), true)))
                .map(answer -> keep(brand, missing, answer))
                .orElse(false);
    }

    private boolean keep(BrandId brand, ContactWays.Missing missing, Answer<ContactWayProvider.ContactWay> answer) {
        return switch (answer) {
            case Answer.Done<ContactWayProvider.ContactWay>(var code) -> {
                work.run(() -> ways.keepCode(brand, missing.way(), missing.account(), code.id(), code.qrCodeUrl()));
                yield true;
            }
            case Answer.NotDone<ContactWayProvider.ContactWay> _ -> false;
            case Answer.Unknown<ContactWayProvider.ContactWay> _ -> false;
        };
    }

    private Optional<ChannelConnection> connection(ChannelAccount account) {
        return channels.stream()
                .filter(channel -> channel.descriptor().id().equals(account.channel()))
                .findFirst()
                .flatMap(channel -> channel.connection(account.connection()));
    }
}
