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
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks the channel for a code of its own for every account of every contact way (员工活码): what a
/// visitor is shown leads to exactly one account and carries the contact way's source mark.
///
/// An UNKNOWN answer is asked again: a second code on the far side costs quota, not customers.
public final class ProvideContactWayCodes {
    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    /// More codes than this are never missing at once in practice; those beyond wait for the next
    /// round.
    private static final int MOST = 5_000;

    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final List<ChannelAdapter> channels;
    private final UnitOfWork work;

    /// Who rests after a failure, so that one account's trouble keeps no other waiting. In memory:
    /// after a restart it is simply tried again.
    private final Map<Key, Rest> resting = new ConcurrentHashMap<>();

    private record Key(BrandId brand, ContactWayId way, ChannelAccountId account) {}

    private record Rest(Instant until, Duration length) {
        static Rest after(@Nullable Rest before, Instant now) {
            Duration doubled = before == null ? FIRST_REST : before.length().multipliedBy(2);
            Duration length = doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
            return new Rest(now.plus(length), length);
        }
    }

    public ProvideContactWayCodes(
            ContactWays ways, ChannelAccounts accounts, List<ChannelAdapter> channels, UnitOfWork work) {
        this.ways = ways;
        this.accounts = accounts;
        this.channels = List.copyOf(channels);
        this.work = work;
    }

    /// Asks for codes that are missing, and says how many were got.
    public int runDue(BrandId brand, Instant now, int atMost) {
        var wanted = ways.withoutCode(brand, MOST).stream()
                .filter(missing -> !restsAt(brand, missing, now))
                .limit(atMost)
                .toList();
        var known =
                accounts
                        .findAll(
                                brand,
                                wanted.stream()
                                        .map(ContactWays.Missing::account)
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(ChannelAccount::id, account -> account));
        int got = 0;
        for (var missing : wanted) {
            if (provide(brand, missing, Optional.ofNullable(known.get(missing.account())))) {
                resting.remove(key(brand, missing));
                got++;
            } else {
                resting.compute(key(brand, missing), (_, before) -> Rest.after(before, now));
            }
        }
        return got;
    }

    /// At once while a code is missing that was never asked for; else when the first failure has
    /// rested.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return ways.withoutCode(brand, MOST).stream()
                .map(missing -> Optional.ofNullable(resting.get(key(brand, missing)))
                        .map(Rest::until)
                        .orElse(Instant.EPOCH))
                .min(Instant::compareTo);
    }

    private boolean restsAt(BrandId brand, ContactWays.Missing missing, Instant now) {
        var rest = resting.get(key(brand, missing));
        return rest != null && rest.until().isAfter(now);
    }

    private static Key key(BrandId brand, ContactWays.Missing missing) {
        return new Key(brand, missing.way(), missing.account());
    }

    private boolean provide(BrandId brand, ContactWays.Missing missing, Optional<ChannelAccount> account) {
        return account.flatMap(known -> connection(known)
                        .map(connection -> connection
                                .contactWays()
                                .create(new ContactWayProvider.Request(
                                        known.address(), missing.state(), missing.state(), true))))
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
