package cn.siyu.application.channel.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of accounts that people work by hand (账号状况): since when they exist, what the
/// platform did to them, and how much of a day's pace is used.
public interface AccountStandings {
    /// What is known of accounts, just to look at; of those nobody said anything about, no entry.
    Map<ChannelAccountId, Standing> find(BrandId brand, Collection<ChannelAccountId> accounts);

    /// The same, locked until the transaction ends: nobody else uses their pace or changes them.
    /// One entry per account.
    Map<ChannelAccountId, Standing> lock(BrandId brand, Collection<ChannelAccountId> accounts);

    /// Says since when an account exists on its platform.
    void opened(BrandId brand, ChannelAccountId account, LocalDate on);

    /// Notes something that the platform did to an account.
    ///
    /// @param id its inner number, from the id source
    void add(BrandId brand, long id, Incident incident);

    /// The incidents of an account, the newest first.
    List<Incident> incidents(BrandId brand, ChannelAccountId account, int atMost);

    /// Bans of which the consequences are not all drawn yet, the oldest first.
    List<Ban> openBans(BrandId brand);

    /// All consequences of a ban are drawn.
    void settleBan(BrandId brand, long incident);

    /// A ban.
    ///
    /// @param incident the inner number of the incident
    record Ban(long incident, ChannelAccountId account, Instant at) {}

    /// What accounts have used of a day; of those that used nothing, no entry.
    ///
    /// @param day in the calendar by which the platform counts
    Map<ChannelAccountId, Used> used(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day);

    /// What an account has used of a day and those behind it; of days without use, no entry.
    Map<LocalDate, Used> usedFrom(BrandId brand, ChannelAccountId account, LocalDate day);

    /// Adds to what accounts have used of a day; may be negative, and never comes below nothing.
    void use(BrandId brand, LocalDate day, Map<ChannelAccountId, Used> more);

    /// What is known of one account.
    ///
    /// @param openedOn null: nobody said since when it exists
    /// @param warnings when the platform warned it, in order of time
    /// @param bannedAt null: it isn't banned
    record Standing(
            @Nullable LocalDate openedOn,
            List<Instant> warnings,
            @Nullable Instant bannedAt) {
        /// Nothing.
        public static final Standing UNKNOWN = new Standing(null, List.of(), null);

        public Standing {
            warnings = List.copyOf(warnings);
        }
    }

    /// Something that the platform did to an account.
    ///
    /// @param note what the operator saw; null if nobody said
    /// @param by the public id of the key that reported it
    record Incident(
            ChannelAccountId account,
            Kind kind,
            Instant occurredAt,
            @Nullable String note,
            String by) {
        /// What it did.
        public enum Kind {
            /// It showed a warning (风险提示), or refused an action as too frequent (操作频繁).
            WARNING,
            /// It closed the account for good (封号).
            BAN
        }
    }

    /// How much of a day was used.
    ///
    /// @param adds tasks to add somebody that were made for that day
    /// @param messages tasks to send a message that were made for that day
    /// @param addsDone friend requests that were made on that day
    /// @param messagesDone messages that were sent on that day
    record Used(int adds, int messages, int addsDone, int messagesDone) {
        public static final Used NOTHING = new Used(0, 0, 0, 0);

        /// Tasks of one kind that were made for the day.
        public static Used planned(Pace.Paced kind, int count) {
            return switch (kind) {
                case ADD -> new Used(count, 0, 0, 0);
                case MESSAGE -> new Used(0, count, 0, 0);
            };
        }

        /// Work of one kind that was done on the day.
        public static Used done(Pace.Paced kind, int count) {
            return switch (kind) {
                case ADD -> new Used(0, 0, count, 0);
                case MESSAGE -> new Used(0, 0, 0, count);
            };
        }

        public int planned(Pace.Paced kind) {
            return switch (kind) {
                case ADD -> adds;
                case MESSAGE -> messages;
            };
        }

        public int done(Pace.Paced kind) {
            return switch (kind) {
                case ADD -> addsDone;
                case MESSAGE -> messagesDone;
            };
        }

        public Used plus(Used other) {
            return new Used(
                    adds + other.adds,
                    messages + other.messages,
                    addsDone + other.addsDone,
                    messagesDone + other.messagesDone);
        }

        /// No number below zero.
        public Used floored() {
            return new Used(Math.max(0, adds), Math.max(0, messages), Math.max(0, addsDone), Math.max(0, messagesDone));
        }
    }
}
