package cn.siyu.domain.channel.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one account's life on its platform (账号履历).
///
/// @param openedOn the day it was opened on the platform
/// @param warnings when the platform warned it (风险提示), in order of time
/// @param bannedAt when the platform closed it for good (封号); null: it didn't
public record AccountRecord(
        LocalDate openedOn,
        List<Instant> warnings,
        @Nullable Instant bannedAt) {
    public AccountRecord {
        warnings = warnings.stream().sorted().toList();
    }

    /// An account of which nothing but its age is known.
    public static AccountRecord openedOn(LocalDate day) {
        return new AccountRecord(day, List.of(), null);
    }

    /// The same with one more warning.
    public AccountRecord warned(Instant at) {
        var more = new java.util.ArrayList<>(warnings);
        more.add(at);
        return new AccountRecord(openedOn, more, bannedAt);
    }

    /// The same, closed by the platform; the first time counts.
    public AccountRecord banned(Instant at) {
        return new AccountRecord(openedOn, warnings, bannedAt == null || at.isBefore(bannedAt) ? at : bannedAt);
    }
}
