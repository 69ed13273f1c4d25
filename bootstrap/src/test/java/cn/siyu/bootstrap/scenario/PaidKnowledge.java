package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An expert who sells a course at one price: people come from talks and the official account
/// (公众号), become friends of two personal accounts, see moments that an expert would post, and
/// some buy. Nobody is ever offered a discount.
final class PaidKnowledge implements Scenario {
    private static final int UNPROCESSABLE = 422;
    private static final int ACCOUNTS = 2;
    private static final double FROM_TALKS = 40;
    private static final double FROM_ARTICLES = 4;
    private static final int TALK_EVERY = 15;
    private static final Set<Integer> MOMENT_DAYS = Set.of(1, 3, 5);
    private static final double ACCEPT = 0.8;
    /// A touchpoint that the shipped policy doesn't know: it is the brand's own data.
    private static final String TALK = "TALK";

    private static final double BUY = 0.05;
    private static final double BUY_MORE_PER_LIKE = 0.02;
    private static final LifeByHand.Goods COURSE =
            new LifeByHand.Goods("shop", "MINI_PROGRAM", "course", "course", 800_000);

    @Override
    public String name() {
        return "paid-knowledge";
    }

    @Override
    public Map<String, Object> settings(Size size) {
        return LifeByHand.settings();
    }

    @Override
    public Report live(RunningProduct product, Size size) throws IOException, InterruptedException {
        return new Life(product, size).live();
    }

    private static final class Life extends LifeByHand {
        private final Map<String, Met> listeners = new LinkedHashMap<>();
        private final Map<String, String> relationships = new HashMap<>();
        private final Map<String, Integer> likes = new HashMap<>();
        private final List<Met> waiting = new ArrayList<>();
        private String moment = "";
        private String newest = "";
        private boolean discountRefused;
        private int reactions;
        private long heardTalks;

        Life(RunningProduct product, Size size) throws IOException, InterruptedException {
            super(product, size, new Business("talks", "示例讲堂", 0.2, 0.2), new Friends.Manner(ACCEPT, 0.3, 0.12, 0.003));
        }

        @Override
        void begin() throws IOException, InterruptedException {
            team.hire("讲师组", 1, ACCOUNTS, "2023-01-01");
            brand.override(
                    "JOURNEY",
                    "{\"touchpoints\":{\"" + TALK
                            + "\":{\"name\":\"Talk\",\"nameZh\":\"讲座\",\"serves\":[\"NEED\",\"INFORMATION\"]}}}");
            persona();
            discountRefused = brand.tell("POST", "/materials", "{\"name\":\"限时立减\",\"text\":\"今晚课程立减五百，手慢无\"}")
                            .status()
                    == UNPROCESSABLE;
            moment =
                    brand.made("/materials", "{\"name\":\"案例复盘\",\"text\":\"今天拆一个真实案例：他用三个月把复购做到 40%，关键在第一周做对了两件事。\"}");
        }

        /// The expert never sells by price.
        private void persona() throws IOException, InterruptedException {
            var told = brand.tell(
                    "PUT",
                    "/persona",
                    "{\"name\":\"老周\",\"figure\":\"AUTHORITATIVE\",\"voice\":\"讲案例，不喊口号\","
                            + "\"topics\":[{\"name\":\"案例\",\"words\":[\"案例\",\"复购\"]}],"
                            + "\"calendar\":[{\"day\":\"TUESDAY\",\"at\":\"11:00\",\"topic\":\"案例\"}],"
                            + "\"forbiddenClaims\":[\"立减\",\"打折\",\"优惠\",\"限时\"]}");
            if (told.status() / 100 != 2) {
                throw new IllegalStateException("the persona was not taken: " + told);
            }
        }

        @Override
        void morning(int day) throws IOException, InterruptedException {
            come(
                    "reader-" + day,
                    chance.count(FROM_ARTICLES * size.scale(), "article", day),
                    "READ",
                    "OFFICIAL_ACCOUNT");
            if (day % TALK_EVERY == 0) {
                int listened = chance.count(FROM_TALKS * size.scale(), "talk", day);
                heardTalks += listened;
                come("listener-" + day, listened, "VISIT", TALK);
            }
            var still = List.copyOf(waiting);
            waiting.clear();
            for (Met one : still) {
                ask(one);
            }
            if (isMomentDay(day)) {
                Instant at = brand.now().plus(1, ChronoUnit.HOURS);
                newest = brand.made(
                        "/moments",
                        "{\"material\":\"" + moment + "\",\"accounts\":[\"" + String.join("\",\"", team.accounts())
                                + "\"],\"publishAt\":\"" + at + "\"}");
                pass(Duration.ofHours(1));
            }
        }

        /// People leave a phone number where they read or listened; a feed of the brand tells it.
        private void come(String key, int many, String kind, String touchpoint)
                throws IOException, InterruptedException {
            for (int i = 0; i < many; i++) {
                var one = meet(key + "-" + i, "137", ACCEPT);
                listeners.put(one.customer(), one);
                interaction("came-" + one.key(), "feed", kind, touchpoint, one);
                ask(one);
            }
        }

        private static boolean isMomentDay(int day) {
            return MOMENT_DAYS.contains(day % 7);
        }

        private void ask(Met one) throws IOException, InterruptedException {
            if (!team.ask(one.customer(), one.phone(), "", "听过讲座或读过文章")) {
                waiting.add(one);
            }
        }

        @Override
        void befriended(String customer) throws IOException, InterruptedException {
            for (JsonNode one : brand.get("/customers/" + customer).path("relationships")) {
                relationships.put(customer, one.path("id").asText());
            }
        }

        @Override
        void evening(int day) throws IOException, InterruptedException {
            liked(day);
            bought(day);
        }

        /// Friends see the newest post on the day it was made; what they like, the operator sees
        /// and tells.
        private void liked(int day) throws IOException, InterruptedException {
            if (!isMomentDay(day)) {
                return;
            }
            for (JsonNode post : brand.all("/moments/" + newest + "/posts?limit=100")) {
                var seen = new ArrayList<String>();
                for (String customer : friendSince().keySet()) {
                    String key = friends.key(customer);
                    if (team.accountOf(customer).equals(post.path("account").asText())
                            && chance.happens(0.12 * chance.warmth(key), key, "like moment", day)) {
                        likes.merge(customer, 1, Integer::sum);
                        seen.add("{\"relationship\":\"" + relationships.get(customer) + "\",\"kind\":\"LIKED\"}");
                    }
                }
                if (!seen.isEmpty()) {
                    reactions += seen.size();
                    brand.post(
                            "/moments/" + newest + "/posts/" + post.path("id").asText() + "/reactions",
                            "{\"reactions\":[" + String.join(",", seen) + "]}");
                }
            }
        }

        /// The more somebody liked, the likelier they buy, once, three to seven weeks after
        /// becoming a friend.
        private void bought(int day) throws IOException, InterruptedException {
            for (var friend : friendSince().entrySet()) {
                var one = listeners.get(friend.getKey());
                if (one == null || day - friend.getValue() != 20 + (int) (25 * chance.unit(one.key(), "when", 0))) {
                    continue;
                }
                double ever =
                        BUY * chance.warmth(one.key()) + BUY_MORE_PER_LIKE * likes.getOrDefault(one.customer(), 0);
                if (chance.happens(ever, one.key(), "buy", 0)) {
                    buys(one, COURSE);
                }
            }
        }

        @Override
        void tell(Map<String, String> figures, Map<String, Long> violations) throws IOException, InterruptedException {
            String period = "?fromOn=2026-03-02&toOn=" + brand.today();
            JsonNode journey = brand.get("/reports/journey" + period);
            long listened = 0;
            for (JsonNode row : brand.get("/reports/touchpoints" + period).path("items")) {
                listened += row.path("touchpoint").asText().equals(TALK)
                        ? row.path("customers").asLong()
                        : 0;
            }
            figures.put(
                    "known by phone, of them from talks by the product's report, friends",
                    listeners.size() + ", " + listened + ", " + friendSince().size());
            figures.put("tasks done, by kind", operators.done().toString());
            figures.put("likes of moments", Integer.toString(reactions));
            figures.put("courses sold", Integer.toString(buyers().size()));
            figures.put(
                    "steps of the journey that nothing serves",
                    journey.path("gaps").toString());
            violations.put("listeners whom the product's report doesn't count", Math.abs(listened - heardTalks));
            violations.put("courses sold at another price", (long)
                    brand.matching("orders.count >= 1 and orders.amountMinor != " + COURSE.price())
                            .size());
            violations.put("discounts that the persona let through", discountRefused ? 0L : 1L);
        }
    }
}
