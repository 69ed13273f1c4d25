package cn.siyu.application.intake;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.application.intake.FarSidePages.Failure;
import cn.siyu.application.intake.TakeOverPages.Source;
import cn.siyu.application.intake.WorkOffInbox.Result;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds where the parts of synchronisations are read, and prepares what all parts of one need: the
/// channel's tags, and which members it has.
public final class SynchronizationSources {
    private static final int PAGE = 500;

    private final Synchronizations synchronizations;
    private final ChannelAccounts accounts;
    private final List<ChannelAdapter> channels;
    private final TagEvents tags;

    public SynchronizationSources(
            Synchronizations synchronizations,
            ChannelAccounts accounts,
            List<ChannelAdapter> channels,
            TagEvents tags) {
        this.synchronizations = synchronizations;
        this.accounts = accounts;
        this.channels = List.copyOf(channels);
        this.tags = tags;
    }

    /// Where a part is read.
    sealed interface Sought {}

    /// There.
    record Found(Source source) implements Sought {}

    /// Nowhere at the moment, or ever.
    record Missing(Failure failure) implements Sought {}

    /// A turn's look: what is found is remembered as long as the turn lasts.
    Round round(BrandId brand, Instant now) {
        return new Round(brand, now);
    }

    /// One turn.
    final class Round {
        private final BrandId brand;
        private final Instant now;
        private final Map<Long, Prepared> prepared = new HashMap<>();

        private Round(BrandId brand, Instant now) {
            this.brand = brand;
            this.now = now;
        }

        Sought of(SynchronizationPart part) {
            var ready = prepared.get(part.synchronization());
            if (ready == null) {
                ready = prepare(
                        brand,
                        synchronizations.find(brand, part.synchronization()).orElseThrow(),
                        now);
                prepared.put(part.synchronization(), ready);
            }
            var connection = ready.connection();
            if (connection == null) {
                return new Missing(ready.failure());
            }
            var account = accounts.find(brand, part.account());
            if (account.isEmpty() || account.get().state() == ChannelAccount.State.CLOSED) {
                return new Missing(lasting("the account is closed"));
            }
            return new Found(new Source(brand, connection, account.get(), ready.tags(), ready.enrolFrom()));
        }
    }

    /// What all parts of a synchronisation need.
    ///
    /// @param connection null if there is a failure
    private record Prepared(
            @Nullable ChannelConnection connection,
            Failure failure,
            Map<String, SeenTag> tags,
            @Nullable Instant enrolFrom) {}

    private static final Failure NONE = lasting("");

    private static Failure lasting(String problem) {
        return new Failure(false, false, null, problem);
    }

    private Prepared prepare(BrandId brand, Synchronization run, Instant now) {
        var connection = channels.stream()
                .filter(channel -> channel.descriptor().id().equals(run.channel()))
                .findFirst()
                .flatMap(channel -> channel.connection(run.connection()));
        if (connection.isEmpty()) {
            return missing(lasting("the connection " + run.connection() + " is not configured"));
        }
        if (run.unmatched() == null) {
            look(brand, run, connection.get(), now);
        }
        var listed = connection.get().tags().list();
        if (listed instanceof Answer.Done<List<TagDirectory.TagGroup>>(var groups)) {
            return new Prepared(connection.get(), NONE, named(groups), enrolFrom(brand, run));
        }
        return listed instanceof Answer.NotDone<?> not && not.reason() == NotDoneReason.UNSUPPORTED
                ? new Prepared(connection.get(), NONE, Map.of(), enrolFrom(brand, run))
                : missing(Failure.of(listed, false).orElseThrow());
    }

    private static Prepared missing(Failure failure) {
        return new Prepared(null, failure, Map.of(), null);
    }

    private @Nullable Instant enrolFrom(BrandId brand, Synchronization run) {
        return switch (run.kind()) {
            case INITIAL -> null;
            case RECONCILIATION ->
                synchronizations.firstSuccess(brand, run.connection()).orElse(null);
        };
    }

    private static Map<String, SeenTag> named(List<TagDirectory.TagGroup> groups) {
        var byId = new HashMap<String, SeenTag>();
        for (var group : groups) {
            for (var tag : group.tags()) {
                byId.put(tag.id(), new SeenTag(tag.id(), group.name(), tag.name()));
            }
        }
        return byId;
    }

    /// Once per synchronisation: tags that were renamed or deleted meanwhile, and members whom
    /// nobody gave an account. If it can't be found out now, the next turn tries again.
    private void look(BrandId brand, Synchronization run, ChannelConnection connection, Instant now) {
        var members = connection.staff().contactStaff();
        if (members instanceof Answer.Done<List<String>>(var there)
                && tags.synchronize(brand, connection, now, () -> {}) instanceof Result.Done) {
            var here = addresses(brand, run.connection());
            var unmatched = there.stream()
                    .filter(member -> !here.contains(member.toLowerCase(Locale.ROOT)))
                    .count();
            synchronizations.unmatched(brand, run.id(), Math.toIntExact(unmatched));
        }
    }

    private Set<String> addresses(BrandId brand, String connection) {
        var addresses = new HashSet<String>();
        long after = 0;
        List<ChannelAccount> page;
        do {
            page = accounts.page(brand, after, PAGE);
            for (ChannelAccount account : page) {
                after = account.id().value();
                if (account.connection().equals(connection)) {
                    addresses.add(account.address().toLowerCase(Locale.ROOT));
                }
            }
        } while (page.size() == PAGE);
        return addresses;
    }
}
