package cn.siyu.domain.channel.care;

import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.QuotaRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How accounts that people work by hand are kept safe (账号养护规则). The platform publishes none
/// of these numbers: all are practitioners' and ours, to be replaced by evidence.
///
/// @param ages how many friends an account may ask for a day by its age, youngest first; the first
///     begins at day 0
/// @param messages one-to-one messages by hand
/// @param moments how many posts to moments (朋友圈) an account may do
/// @param coolDown what a warning of the platform leads to
/// @param operator how many accounts one person works
/// @param work how the tasks of an account are handed out
/// @param doubleAdd whether people may be asked to accept one friend request on two apps (双加); it
///     is a trick that may stop working
public record AccountCare(
        List<Age> ages,
        Messages messages,
        QuotaRule moments,
        CoolDown coolDown,
        Operator operator,
        Work work,
        boolean doubleAdd) {
    private static final int MANY = 100_000;

    /// A stretch of an account's life.
    ///
    /// @param fromDays from which day on, counted from the day it was opened
    public record Age(String name, int fromDays, int addsPerDay) {}

    /// Messages by hand.
    ///
    /// @param perBatch how many recipients one batch (群发) has at most
    /// @param pictureBatches after how many batches a day pictures with a QR code no longer arrive
    public record Messages(int perDay, int perBatch, int pictureBatches) {
        /// Whether a picture with a QR code (二维码图片) still arrives.
        ///
        /// @param batch the number of its batch on that day, from 1
        public boolean pictureArrives(int batch) {
            return batch <= pictureBatches;
        }
    }

    /// After a warning.
    ///
    /// @param first what the first warning leads to
    /// @param again what a further one leads to
    /// @param countsFor how long a warning is remembered
    /// @param oneWithin what is reported so soon after a warning is that warning, seen again
    public record CoolDown(Slower first, Slower again, Duration countsFor, Duration oneWithin) {
        /// When the account was warned, however often each warning was reported.
        List<Instant> warnings(List<Instant> reported) {
            var warnings = new ArrayList<Instant>();
            for (Instant at : reported) {
                if (warnings.isEmpty() || warnings.getLast().plus(oneWithin).isBefore(at)) {
                    warnings.add(at);
                }
            }
            return warnings;
        }
    }

    /// How much slower an account goes, and how long.
    ///
    /// @param adds share of the usual adds, 0 to 1
    /// @param messages share of the usual messages, 0 to 1
    public record Slower(Duration lasts, double adds, double messages) {}

    /// How many accounts one person works.
    ///
    /// @param full with so many the person is busy (饱和)
    /// @param limit more is nobody's to work well (OVER_COMFORT); reported, not refused
    public record Operator(int full, int limit) {
        /// How busy a person is.
        public Strain strain(int accounts) {
            if (accounts > limit) {
                return Strain.OVER_COMFORT;
            }
            return accounts >= full ? Strain.FULL : Strain.COMFORTABLE;
        }
    }

    /// How busy a person is with accounts.
    public enum Strain {
        COMFORTABLE,
        FULL,
        OVER_COMFORT
    }

    /// How tasks are handed out.
    ///
    /// @param lease how long a claimed task is its claimer's
    /// @param value points of a kind of task, by which a worklist is ordered; `OTHER` for kinds not
    ///     named
    /// @param perOrder points for each paid order of the customer, up to `ordersCounted`
    /// @param ordersCounted how many orders count
    public record Work(Duration lease, Map<String, Integer> value, int perOrder, int ordersCounted) {
        /// The kind that stands for all that aren't named.
        public static final String OTHER = "OTHER";

        public Work {
            value = Map.copyOf(value);
        }

        /// What a task is worth.
        public int worth(String kind, int orders) {
            return value.getOrDefault(kind, value.getOrDefault(OTHER, 0)) + perOrder * Math.min(orders, ordersCounted);
        }
    }

    public AccountCare {
        ages = ages.stream().sorted(Comparator.comparingInt(Age::fromDays)).toList();
    }

    /// How much an account may do on the day of a moment.
    ///
    /// @param zone in which the platform counts days
    public Pace pace(AccountRecord known, Instant now, ZoneId zone) {
        if (known.bannedAt() != null && !known.bannedAt().isAfter(now)) {
            return new Pace(Pace.Health.BANNED, 0, 0, null);
        }
        int adds = age(known.openedOn(), LocalDate.ofInstant(now, zone)).addsPerDay();
        List<Instant> counted = coolDown.warnings(known.warnings()).stream()
                .filter(at -> !at.isAfter(now) && at.plus(coolDown.countsFor).isAfter(now))
                .toList();
        if (counted.isEmpty()) {
            return new Pace(Pace.Health.HEALTHY, adds, messages.perDay, null);
        }
        boolean again = counted.size() > 1;
        Slower slower = again ? coolDown.again : coolDown.first;
        Instant until = counted.getLast().plus(slower.lasts);
        return until.isAfter(now)
                ? new Pace(
                        again ? Pace.Health.RESTING : Pace.Health.COOLING,
                        (int) (adds * slower.adds),
                        (int) (messages.perDay * slower.messages),
                        until)
                : new Pace(Pace.Health.HEALTHY, adds, messages.perDay, null);
    }

    private Age age(LocalDate openedOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(openedOn, today);
        return ages.reversed().stream()
                .filter(age -> age.fromDays <= days)
                .findFirst()
                .orElse(ages.getFirst());
    }

    /// Reads the values of an ACCOUNT_CARE edition.
    public static AccountCare from(PolicyReader in) {
        Map<String, Age> named = in.entries(
                "ages", age -> new Age("", age.integer("fromDays", 0, MANY), age.integer("addsPerDay", 0, MANY)));
        List<Age> ages = named.entrySet().stream()
                .map(entry -> new Age(entry.getKey(), entry.getValue().fromDays, entry.getValue().addsPerDay))
                .toList();
        in.check(ages.stream().anyMatch(age -> age.fromDays == 0), "ages", "one age must begin at day 0");
        in.check(
                ages.stream().map(Age::fromDays).distinct().count() == ages.size(),
                "ages",
                "two ages begin on the same day");
        in.check(growing(ages), "ages", "an older account can't be allowed less than a younger one");
        return new AccountCare(
                ages.isEmpty() ? List.of(new Age("", 0, 0)) : ages,
                in.object("messages", AccountCare::messages),
                in.has("moments") ? in.quota("moments") : QuotaRule.None.NONE,
                in.object("coolDown", AccountCare::coolDown),
                in.object("operator", AccountCare::operator),
                in.object("work", AccountCare::work),
                in.has("doubleAdd") && in.flag("doubleAdd"));
    }

    private static boolean growing(Collection<Age> ages) {
        List<Integer> adds = ages.stream()
                .sorted(Comparator.comparingInt(Age::fromDays))
                .map(Age::addsPerDay)
                .toList();
        return adds.stream().sorted().toList().equals(adds);
    }

    private static Messages messages(PolicyReader in) {
        return new Messages(
                in.integer("perDay", 1, MANY), in.integer("perBatch", 1, MANY), in.integer("pictureBatches", 0, 100));
    }

    private static CoolDown coolDown(PolicyReader in) {
        var coolDown = new CoolDown(
                in.object("first", AccountCare::slower),
                in.object("again", AccountCare::slower),
                in.duration("countsFor", Duration.ofDays(1), Duration.ofDays(3_650)),
                in.has("oneWithin") ? in.duration("oneWithin", Duration.ZERO, Duration.ofDays(31)) : Duration.ZERO);
        in.check(
                coolDown.again.adds <= coolDown.first.adds && coolDown.again.lasts.compareTo(coolDown.first.lasts) >= 0,
                "again",
                "a further warning can't be taken lighter than the first");
        in.check(
                coolDown.countsFor.compareTo(coolDown.again.lasts) >= 0,
                "countsFor",
                "a warning can't be forgotten while the account still cools down");
        return coolDown;
    }

    private static Slower slower(PolicyReader in) {
        return new Slower(
                in.duration("lasts", Duration.ofHours(1), Duration.ofDays(365)),
                in.decimal("adds", 0, 1),
                in.decimal("messages", 0, 1));
    }

    private static Operator operator(PolicyReader in) {
        var operator = new Operator(in.integer("full", 1, 1_000), in.integer("limit", 1, 1_000));
        in.check(operator.full <= operator.limit, "limit", "nobody is full beyond the limit");
        return operator;
    }

    private static Work work(PolicyReader in) {
        Map<String, Integer> value = in.entries("value", kind -> kind.integer("points", 0, MANY));
        in.check(value.containsKey(Work.OTHER), "value", "OTHER, for kinds that aren't named, is missing");
        return new Work(
                in.duration("lease", Duration.ofMinutes(1), Duration.ofDays(1)),
                value,
                in.integer("perOrder", 0, MANY),
                in.integer("ordersCounted", 0, 1_000));
    }
}
