package cn.siyu.application.channel;

import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.AccountStandings.Standing;
import cn.siyu.application.channel.port.AccountStandings.Used;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.care.AccountRecord;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.channel.care.Pace.Paced;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much accounts that people work by hand may still do today (账号节奏). Accounts of channels
/// without a care policy have no pace.
public final class AccountPaces {
    private static final int DAYS_AHEAD = 90;

    private final AccountStandings standings;
    private final PoliciesInForce policies;

    public AccountPaces(AccountStandings standings, PoliciesInForce policies) {
        this.standings = standings;
        this.policies = policies;
    }

    /// How accounts stand now, just to look at; of those without a pace, no entry.
    public Map<ChannelAccountId, View> view(BrandId brand, Collection<ChannelAccount> accounts, Instant now) {
        return of(brand, accounts, now, false).views;
    }

    /// The same, open for one transaction: what is taken, the next one sees, and nobody else takes
    /// at the same time.
    public Open open(BrandId brand, Collection<ChannelAccount> accounts, Instant now) {
        return of(brand, accounts, now, true);
    }

    private Open of(BrandId brand, Collection<ChannelAccount> accounts, Instant now, boolean toTake) {
        Map<ChannelAccountId, AccountCare> cares = new HashMap<>();
        for (ChannelAccount each : accounts) {
            policies.care(brand, each.channel(), now).ifPresent(care -> cares.put(each.id(), care.values()));
        }
        if (cares.isEmpty()) {
            return new Open(brand, now, Map.of());
        }
        var known = toTake ? standings.lock(brand, cares.keySet()) : standings.find(brand, cares.keySet());
        Map<ZoneId, List<ChannelAccount>> zones = accounts.stream()
                .filter(each -> cares.containsKey(each.id()))
                .collect(Collectors.groupingBy(each -> zone(brand, each, now)));
        Map<ChannelAccountId, View> views = new HashMap<>();
        zones.forEach((zone, some) -> {
            var day = LocalDate.ofInstant(now, zone);
            var used =
                    standings.used(brand, some.stream().map(ChannelAccount::id).toList(), day);
            for (ChannelAccount each : some) {
                var care = Objects.requireNonNull(cares.get(each.id()));
                var standing = known.getOrDefault(each.id(), Standing.UNKNOWN);
                var record = record(each, standing, zone);
                views.put(
                        each.id(),
                        new View(
                                care,
                                standing,
                                record,
                                care.pace(record, now, zone),
                                zone,
                                used.getOrDefault(each.id(), Used.NOTHING)));
            }
        });
        return new Open(brand, now, views);
    }

    private ZoneId zone(BrandId brand, ChannelAccount account, Instant now) {
        return policies.platform(brand, account.channel(), now).values().zone();
    }

    /// An account of which nobody said how old it is counts from when it was taken into use: the
    /// careful assumption.
    private static AccountRecord record(ChannelAccount account, Standing standing, ZoneId zone) {
        LocalDate known = standing.openedOn();
        return new AccountRecord(
                known == null ? LocalDate.ofInstant(account.createdAt(), zone) : known,
                standing.warnings(),
                standing.bannedAt());
    }

    /// One account today.
    ///
    /// @param zone in which its platform counts days
    public record View(AccountCare care, Standing standing, AccountRecord record, Pace pace, ZoneId zone, Used used) {
        LocalDate day(Instant now) {
            return LocalDate.ofInstant(now, zone);
        }
    }

    /// The paces of some accounts.
    public final class Open {
        private final BrandId brand;
        private final Instant now;
        private final Map<ChannelAccountId, View> views;
        private final Map<ChannelAccountId, Used> taken = new HashMap<>();
        private final Map<Waiting, Integer> waiting = new HashMap<>();
        private final Map<LocalDate, Map<ChannelAccountId, Used>> later = new HashMap<>();

        private record Waiting(ChannelAccountId account, Paced kind) {}

        private Open(BrandId brand, Instant now, Map<ChannelAccountId, View> views) {
            this.brand = brand;
            this.now = now;
            this.views = views;
        }

        /// How an account stands; empty if it has no pace.
        public Optional<View> of(ChannelAccountId account) {
            return Optional.ofNullable(views.get(account));
        }

        /// How many of a kind were made for today so far.
        public int madeToday(ChannelAccountId account, Paced kind) {
            var view = views.get(account);
            return view == null
                    ? 0
                    : view.used()
                            .plus(taken.getOrDefault(account, Used.NOTHING))
                            .planned(kind);
        }

        /// Takes one of today's pace.
        ///
        /// @return empty if it was taken; else when there is room again: those that wait are spread
        ///     over the days to come
        public Optional<Instant> take(ChannelAccountId account, Paced kind) {
            var view = views.get(account);
            if (view == null) {
                return Optional.empty();
            }
            int perDay = view.pace().of(kind);
            if (madeToday(account, kind) < perDay) {
                taken.merge(account, Used.planned(kind, 1), Used::plus);
                return Optional.empty();
            }
            int before = waiting.merge(new Waiting(account, kind), 1, Integer::sum) - 1;
            LocalDate later = view.day(now).plusDays(1L + (perDay == 0 ? 0 : before / perDay));
            Instant next = later.atStartOfDay(view.zone()).toInstant();
            Instant rested = perDay == 0 ? view.pace().until() : null;
            return Optional.of(rested == null || rested.isBefore(next) ? next : rested);
        }

        /// Takes one of the pace of the first day that has room, from that of a moment on.
        ///
        /// @param wanted not before it
        /// @param before a later start is of no use
        /// @return when it can begin; empty if no day has room in time, and then nothing was taken
        public Optional<Instant> takeOnADay(ChannelAccountId account, Paced kind, Instant wanted, Instant before) {
            var view = views.get(account);
            Instant first = wanted.isAfter(now) ? wanted : now;
            if (view == null) {
                return Optional.of(first);
            }
            LocalDate from = LocalDate.ofInstant(first, view.zone());
            var used = standings.usedFrom(brand, account, from);
            for (LocalDate day = from; day.isBefore(from.plusDays(DAYS_AHEAD)); day = day.plusDays(1)) {
                Instant midnight = day.atStartOfDay(view.zone()).toInstant();
                Instant begins = midnight.isBefore(first) ? first : midnight;
                if (!begins.isBefore(before)) {
                    return Optional.empty();
                }
                int planned = used.getOrDefault(day, Used.NOTHING).planned(kind) + takenLater(day, account, kind);
                if (planned
                        < view.care().pace(view.record(), begins, view.zone()).of(kind)) {
                    later.computeIfAbsent(day, _ -> new HashMap<>()).merge(account, Used.planned(kind, 1), Used::plus);
                    return Optional.of(begins);
                }
            }
            return Optional.empty();
        }

        private int takenLater(LocalDate day, ChannelAccountId account, Paced kind) {
            return later.getOrDefault(day, Map.of())
                    .getOrDefault(account, Used.NOTHING)
                    .planned(kind);
        }

        /// Writes what was taken.
        public void close() {
            Map<LocalDate, Map<ChannelAccountId, Used>> byDay = new HashMap<>(later);
            taken.forEach((account, used) -> byDay.computeIfAbsent(
                            Objects.requireNonNull(views.get(account)).day(now), _ -> new HashMap<>())
                    .merge(account, used, Used::plus));
            byDay.forEach((day, used) -> standings.use(brand, day, used));
        }
    }

    /// Writes down what came of paced tasks: what was done counts on the day it was done, what was
    /// not is given back to the day it was made for.
    ///
    /// @param ended what ended, of accounts with or without a pace
    public void settle(BrandId brand, List<Ended> ended, Map<ChannelAccountId, ChannelAccount> accounts, Instant now) {
        Map<LocalDate, Map<ChannelAccountId, Used>> byDay = new HashMap<>();
        for (Ended each : ended) {
            var account = accounts.get(each.account());
            if (account != null && policies.care(brand, account.channel(), now).isPresent()) {
                ZoneId zone = zone(brand, account, now);
                var done = each.doneAt();
                LocalDate day = LocalDate.ofInstant(done == null ? each.madeFor() : done, zone);
                Used used = done == null ? Used.planned(each.kind(), -1) : Used.done(each.kind(), 1);
                byDay.computeIfAbsent(day, _ -> new HashMap<>()).merge(each.account(), used, Used::plus);
            }
        }
        byDay.forEach((day, used) -> {
            standings.lock(brand, used.keySet());
            standings.use(brand, day, used);
        });
    }

    /// A paced task that ended.
    ///
    /// @param madeFor a moment of the day for which it was made
    /// @param doneAt when it was done; null if it wasn't
    public record Ended(
            ChannelAccountId account,
            Paced kind,
            Instant madeFor,
            @Nullable Instant doneAt) {}
}
