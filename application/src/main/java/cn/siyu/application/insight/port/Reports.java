package cn.siyu.application.insight.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds facts up, in the database: what is counted is all that accounts in sight ever did, with
/// customers who have left, since counts name nobody. A period begins at `from` and ends before
/// `until`.
public interface Reports {
    /// How many customers stand where, by the source of their first relationship in sight, among
    /// those known since the period.
    List<FunnelRow> funnel(BrandId brand, Sight sight, Instant from, Instant until);

    /// What came of programs, for what was enrolled or planned within the period.
    List<SopRow> sops(BrandId brand, Sight sight, Instant from, Instant until);

    /// Relationships by the month in which they began, and how many were lost how soon.
    ///
    /// @param now who was not followed for so many days yet is not counted as retained
    List<CohortRow> cohorts(BrandId brand, Sight sight, ZoneId zone, Instant from, Instant until, Instant now);

    /// What customers did in the period, by touchpoint and kind, within what is seen; in the order
    /// of the codes.
    List<TouchpointRow> touchpoints(BrandId brand, Sight sight, Instant from, Instant until);

    /// Orders paid in the period by the channel they came through, of customers who are seen.
    List<SalesChannelRow> salesChannels(BrandId brand, Sight sight, Instant from, Instant until);

    /// What accounts were asked to send: time, recipients, whether the staff member confirmed.
    /// Newest first.
    ///
    /// @param account null: all
    /// @param before the number of the row the last page ended with; null: the first page
    List<SendRecord> sendRecords(
            BrandId brand,
            Sight sight,
            Instant from,
            Instant until,
            @Nullable PublicId account,
            @Nullable Long before,
            int atMost);

    /// One cell of the funnel (漏斗).
    ///
    /// @param source the source mark of the first relationship; null if none
    /// @param contactWay the name of the contact way it stands for; null if none
    /// @param lost how many of them have no live relationship left
    record FunnelRow(
            @Nullable String source,
            @Nullable String contactWay,
            Stage stage,
            long customers,
            long dormant,
            long lost) {}

    /// What customers did of one kind at one touchpoint (触点).
    ///
    /// @param interactions how often
    /// @param customers by how many
    record TouchpointRow(String touchpoint, String kind, long interactions, long customers) {}

    /// Orders that came through one channel (成交渠道).
    record SalesChannelRow(String channel, long orders) {}

    /// One version of a program.
    ///
    /// @param entered enrolments
    /// @param sent messages that the platform has
    /// @param refused messages that were not sent, by reason
    /// @param responded delivered messages that were answered
    /// @param converted enrolments that reached their goal
    /// @param lost enrolments whose customer deleted somebody of the brand afterwards
    /// @param lastTouchMinor net money of orders put down to its messages as the last contact
    /// @param equalSharesMinor the same, with all contacts alike
    record SopRow(
            PublicId sop,
            String name,
            PublicId version,
            int number,
            long entered,
            long sent,
            Map<String, Long> refused,
            long delivered,
            long responded,
            long converted,
            long lost,
            long lastTouchMinor,
            long equalSharesMinor) {
        public SopRow {
            refused = Map.copyOf(refused);
        }
    }

    /// Relationships that began in one month.
    ///
    /// @param added how many
    /// @param live how many still live
    /// @param lostWithin how many were lost within so many days
    record CohortRow(YearMonth month, long added, long live, Map<Integer, Long> lostWithin) {
        public CohortRow {
            lostWithin = Map.copyOf(lostWithin);
        }
    }

    /// One message of one account to many (触达记录).
    ///
    /// @param at when the platform got it, or when it was planned
    /// @param confirmedAt when the staff member confirmed it; null if not yet
    record SendRecord(
            long number,
            PublicId id,
            PublicId account,
            String accountName,
            String kind,
            String contactClass,
            String state,
            int recipients,
            Instant at,
            @Nullable Instant confirmedAt,
            long delivered) {}
}
