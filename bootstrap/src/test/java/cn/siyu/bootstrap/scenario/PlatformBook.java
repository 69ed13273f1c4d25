package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/// What the simulated platform counted, from its own records, against the platform's numbers. The
/// product's rows are not asked.
final class PlatformBook {
    /// What [#most()] says.
    static final String FIGURES = "the most on WeCom: mass messages a customer and month, a group and month,"
            + " posts of the corp a member and month, customers of a member";

    private static final String PER_MONTH = "mass messages a month";

    private final Map<String, Integer> mass = new TreeMap<>();
    private final Map<String, Integer> groupMass = new TreeMap<>();
    private final Map<String, Integer> customers = new TreeMap<>();
    private final Map<String, Integer> memberPosts = new TreeMap<>();
    private final Map<String, Integer> corpPosts = new TreeMap<>();
    private long quotaUsedUp;

    private PlatformBook() {}

    /// Reads the simulator's records.
    static PlatformBook of(RunningProduct product) throws IOException, InterruptedException {
        var book = new PlatformBook();
        product.simulated("ledger").forEach(book::received);
        product.simulated("customers").forEach(book::follows);
        product.simulated("moments").forEach(book::posted);
        return book;
    }

    private void received(JsonNode line) {
        if (!line.path("kind").asText().equals("MASS")) {
            return;
        }
        if (line.path("status").asInt() == 3) {
            quotaUsedUp++;
        }
        if (line.path("received").asBoolean()) {
            var month = YearMonth.from(day(line.path("at")));
            boolean group = line.has("chatId");
            (group ? groupMass : mass)
                    .merge(line.path(group ? "chatId" : "externalUserId").asText() + " " + month, 1, Integer::sum);
        }
    }

    private void follows(JsonNode customer) {
        for (JsonNode follower : customer.path("followers")) {
            customers.merge(follower.path("userid").asText(), 1, Integer::sum);
        }
    }

    private void posted(JsonNode moment) {
        var day = day(moment.path("createdAt"));
        boolean byCorp = moment.path("tasks").size() > 1
                || !moment.path("creator")
                        .asText()
                        .equals(moment.path("tasks").path(0).path("userid").asText());
        for (JsonNode task : moment.path("tasks")) {
            if (task.path("published").asBoolean()) {
                String member = task.path("userid").asText();
                if (byCorp) {
                    corpPosts.merge(member + " " + YearMonth.from(day), 1, Integer::sum);
                } else {
                    memberPosts.merge(member + " " + day, 1, Integer::sum);
                }
            }
        }
    }

    private static LocalDate day(JsonNode at) {
        return LocalDate.ofInstant(Instant.parse(at.asText()), SandboxBrand.ZONE);
    }

    /// The most of each, in words.
    String most() {
        return "%d, %d, %d, %d".formatted(most(mass), most(groupMass), most(corpPosts), most(customers));
    }

    /// What went beyond the platform's numbers: how often, by what it is.
    Map<String, Long> violations() {
        return Map.of(
                PER_MONTH + " above as many as the month has days, a customer",
                aboveDays(mass),
                PER_MONTH + " above as many as the month has days, a group",
                aboveDays(groupMass),
                "mass messages that the platform refused, the quota being used up",
                quotaUsedUp,
                "members with too many customers",
                above(customers, FieldNumbers.CUSTOMERS_OF_A_MEMBER),
                "days with too many posts of a member",
                above(memberPosts, FieldNumbers.MEMBER_POSTS_A_DAY),
                "months with too many posts of the corp",
                above(corpPosts, FieldNumbers.CORP_POSTS_A_MONTH));
    }

    private static long aboveDays(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue()
                        > YearMonth.parse(
                                        entry.getKey().substring(entry.getKey().lastIndexOf(' ') + 1))
                                .lengthOfMonth())
                .count();
    }

    private static long above(Map<String, Integer> counts, int allowed) {
        return counts.values().stream().filter(count -> count > allowed).count();
    }

    private static int most(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
