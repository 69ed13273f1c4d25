package cn.siyu.domain.continuity;

import cn.siyu.domain.channel.policy.PlatformPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// When the platform lets a transfer be asked for (继承频率限制), counted in its own calendar.
///
/// @param zone in which the platform counts days
public record TransferLimits(PlatformPolicy.Transfers transfers, ZoneId zone) {
    /// When a customer or group that changed hands on the job at these moments may do so again;
    /// empty if at once. It may the day after so many calendar days have passed since the one that
    /// has to drop out of the count.
    public Optional<Instant> again(List<Instant> taken, Instant now) {
        LocalDate today = day(now);
        List<LocalDate> counted = taken.stream()
                .map(this::day)
                .filter(day -> day.plusDays(transfers.days()).isAfter(today))
                .sorted()
                .toList();
        int tooMany = counted.size() - transfers.perCustomer();
        return tooMany < 0
                ? Optional.empty()
                : Optional.of(begins(counted.get(tooMany).plusDays(transfers.days())));
    }

    /// Since when transfers on the job count.
    public Instant countedSince(Instant now) {
        return begins(day(now).minusDays(transfers.days()));
    }

    /// How many more groups of an owner may change hands today.
    ///
    /// @param asked how many were asked for today
    public int groupsLeft(int asked) {
        return Math.max(0, transfers.groupsPerDay() - asked);
    }

    /// When the platform's day began.
    public Instant today(Instant now) {
        return begins(day(now));
    }

    /// When the platform's next day begins.
    public Instant tomorrow(Instant now) {
        return begins(day(now).plusDays(1));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant begins(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
