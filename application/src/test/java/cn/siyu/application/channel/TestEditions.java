package cn.siyu.application.channel;

import cn.siyu.application.channel.port.PolicyEditions;
import cn.siyu.domain.channel.fit.FitNeed;
import cn.siyu.domain.channel.fit.FitTerm;
import cn.siyu.domain.channel.policy.PolicyCatalog;
import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyEditionId;
import cn.siyu.domain.channel.policy.PolicyKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Policy editions for tests: one of each kind that use cases of this package need, from 2020, and
/// a second one of CONTACT from 2026-04-01 and of WECOM's PLATFORM from 2026-05-01.
public final class TestEditions implements PolicyEditions {
    /// The code of a channel that people work by hand: two messages a day, three friends a day from
    /// the 30th day.
    public static final String BY_HAND = "BY_HAND";

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final PolicyCatalog catalog = new PolicyCatalog(
            List.of(
                    edition("allocation-1", PolicyKind.ALLOCATION, null, FIRST, allocation()),
                    edition("channel-fit-1", PolicyKind.CHANNEL_FIT, null, FIRST, channelFit()),
                    edition("graduation-1", PolicyKind.GRADUATION, null, FIRST, graduation()),
                    edition("customer-pool-1", PolicyKind.CUSTOMER_POOL, null, FIRST, pool()),
                    edition("journey-1", PolicyKind.JOURNEY, null, FIRST, TestJourney.values()),
                    edition("contact-1", PolicyKind.CONTACT, null, FIRST, contact(4)),
                    edition("contact-2", PolicyKind.CONTACT, null, LocalDate.of(2026, 4, 1), contact(6)),
                    edition("wecom-1", PolicyKind.PLATFORM, "WECOM", FIRST, platform(9)),
                    edition("wecom-2", PolicyKind.PLATFORM, "WECOM", LocalDate.of(2026, 5, 1), platform(3)),
                    edition("by-hand-1", PolicyKind.PLATFORM, BY_HAND, FIRST, platform(9)),
                    edition("by-hand-care-1", PolicyKind.ACCOUNT_CARE, BY_HAND, FIRST, care())),
            ZoneId.of("Asia/Shanghai"));

    @Override
    public PolicyCatalog catalog() {
        return catalog;
    }

    private static PolicyEdition edition(
            String id, PolicyKind kind, @Nullable String channel, LocalDate from, Map<String, Object> values) {
        return new PolicyEdition(
                new PolicyEditionId(id), kind, channel, from, "test", PolicyConfidence.ASSUMED, values);
    }

    private static Map<String, Object> allocation() {
        return Map.of("holdPlace", "PT10M", "rule", "LEAST_LOADED", "dailyAddsPerAccount", 100);
    }

    private static Map<String, Object> channelFit() {
        var weights = new LinkedHashMap<String, Object>();
        for (FitTerm term : FitTerm.values()) {
            weights.put(term.name(), term.need() == FitNeed.SCALE ? 10 : 20);
        }
        weights.put(FitTerm.HEAVY_INFLOW.name(), 50);
        return Map.of(
                "weights",
                weights,
                "lead",
                15,
                "precision",
                Map.of("inflowAtLeast", 0.3, "priceBelow", 0.5, "centralAtLeast", 0.5),
                "weak",
                Map.of("brandBelow", 0.4, "inflowBelow", 0.3, "marketingAtLeast", 0.6),
                "capacity",
                Map.of(
                        "fill",
                        0.5,
                        "personalShare",
                        0.1,
                        "scale",
                        Map.of("channel", "WECOM", "addsPerDay", 100, "customersPerMember", 10_000),
                        "relation",
                        Map.of("channel", BY_HAND, "minutesPerBatch", 6)));
    }

    private static Map<String, Object> pool() {
        var falls = Map.of("counts", true, "after", "P0D");
        return Map.of(
                "falls",
                Map.of(
                        "lost",
                        falls,
                        "accountLost",
                        falls,
                        "notTakenOver",
                        falls,
                        "unattended",
                        Map.of("counts", false, "after", "P90D")),
                "claim",
                Map.of(
                        "openTo",
                        "FORMER_DEPARTMENT",
                        "departments",
                        List.of(),
                        "heldAtOnce",
                        3,
                        "perDay",
                        3,
                        "protection",
                        Map.of("who", "ANYBODY", "lasts", "P0D"),
                        "coolDown",
                        "P30D",
                        "unworkedFor",
                        "P7D"));
    }

    private static Map<String, Object> graduation() {
        return Map.of(
                "channel",
                BY_HAND,
                "value",
                Map.of("window", "P365D", "core", 0.9, "middle", 0.6, "winBack", 0.5),
                "graduate",
                Map.of(
                        "socialAtLeast",
                        0.5,
                        "replies",
                        2,
                        "within",
                        "P60D",
                        "confidenceAtLeast",
                        0.3,
                        "complaintOpenFor",
                        "P90D",
                        "roomDays",
                        30),
                "winBack",
                Map.of("lostWithin", "P180D", "deletionsAtMost", 1),
                "report",
                Map.of("leastPerArm", 10, "planned", 1000));
    }

    private static Map<String, Object> contact(int perMonth) {
        var values = new LinkedHashMap<String, Object>();
        values.put("quietHours", Map.of("from", "22:00", "to", "08:00"));
        values.put("gap", Map.of("first", "P7D", "growth", 1.5, "most", "P60D"));
        values.put("pauseAfterIgnored", 5);
        values.put("lowTrust", Map.of("limit", 38, "confidence", 0.3));
        values.put("brandCap", Map.of("perMonth", perMonth));
        values.put("consent", Map.of("required", false));
        values.put("responseWindow", "PT72H");
        values.put("attributionWindow", "P7D");
        values.put("confirmation", Map.of("deadline", "P2D", "remindAfter", List.of("PT4H", "PT24H")));
        return values;
    }

    private static Map<String, Object> care() {
        return Map.of(
                "ages",
                Map.of(
                        "new", Map.of("fromDays", 0, "addsPerDay", 1),
                        "grown", Map.of("fromDays", 30, "addsPerDay", 3)),
                "messages",
                Map.of("perDay", 2, "perBatch", 1, "pictureBatches", 1),
                "coolDown",
                Map.of(
                        "first", Map.of("lasts", "P7D", "adds", 0.5, "messages", 0.5),
                        "again", Map.of("lasts", "P30D", "adds", 0, "messages", 0.5),
                        "countsFor", "P180D"),
                "operator",
                Map.of("full", 3, "limit", 5),
                "doubleAdd",
                true,
                "work",
                Map.of(
                        "lease",
                        "PT15M",
                        "value",
                        Map.of("SEND", Map.of("points", 40), "OTHER", Map.of("points", 20)),
                        "perOrder",
                        10,
                        "ordersCounted",
                        5));
    }

    /// The rules of a platform that takes so many attachments.
    public static Map<String, Object> platform(int attachments) {
        var messages = new LinkedHashMap<String, Object>();
        messages.put("perCustomer", "PER_MONTH 4");
        messages.put("choices", List.of("PER_MONTH 4", "PER_DAY 1"));
        messages.put("perAccountAndCustomer", "PER_DAY 1");
        messages.put("recipientsPerCall", 10_000);
        messages.put("attachments", attachments);
        messages.put("reminders", 3);
        messages.put("reminderWindow", "PT24H");
        var values = new LinkedHashMap<String, Object>();
        values.put("zone", "Asia/Shanghai");
        values.put("customers", Map.of("perAccount", 20_000, "perAccountAtStart", 5_000));
        values.put("massMessages", messages);
        values.put("welcomeWindow", "PT20S");
        values.put("notInterested", List.of("P7D", "P30D"));
        values.put("moments", Map.of("perAccount", "PER_DAY 3", "perCompany", "PER_MONTH 4"));
        values.put("groups", Map.of("codeMovesOnAt", 200, "members", 500));
        return values;
    }
}
