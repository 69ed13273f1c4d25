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

/// An expert who sells a course at one price: people come from talks and the official account (公众号), become friends of
/// two personal accounts, see moments that an expert would post, and some buy. Nobody is ever offered a discount.
final class PaidKnowledge implements Scenario {
    private static final int UNPROCESSABLE = 422;
    private static final int ACCOUNTS = 2;
    private static final double FROM_TALKS = 40;
    private static final double FROM_ARTICLES = 4;
    private static final int TALK_EVERY = 15;
    private static final int[] MOMENT_DAYS = {1, 3, 5};
    private static final double BUY = 0.05;
    private static final double BUY_MORE_PER_LIKE = 0.02;
    private static final long PRICE = 800_000;
    private static final Duration TO_EVENING = Duration.ofHours(9);
    private static final Duration TO_MORNING = Duration.ofHours(15);

    @Override
    public String name() {
        return "paid-knowledge";
    }

    @Override
    public Map<String, Object> settings(Size size) {
        return Map.of("siyu.sandbox.enabled", "false", "siyu.sandbox.grain", "PT30M");
    }

    @Override
    public Report live(RunningProduct product, Size size) throws IOException, InterruptedException {
        return new Life(product, size).live();
    }

    /// @param key what choices are made by
    private record Listener(String key, String customer, String phone) {}

    private static final class Life {
        private final RunningProduct product;
        private final Size size;
        private final Chance chance;
        private final SandboxBrand brand;
        private final Friends friends;
        private final PersonalTeam team;
        private final Operators operators;
        private final Map<String, Listener> listeners = new LinkedHashMap<>();
        private final Map<String, Integer> friendSince = new LinkedHashMap<>();
        private final Map<String, String> relationships = new HashMap<>();
        private final Map<String, Integer> likes = new HashMap<>();
        private final List<Listener> waiting = new ArrayList<>();
        private final List<String> buyers = new ArrayList<>();
        private String moment = "";
        private String newest = "";
        private int reactions;

        Life(RunningProduct product, Size size) throws IOException, InterruptedException {
            this.product = product;
            this.size = size;
            this.chance = new Chance(size.seed());
            product.api()
                    .post(
                            "/v1/brands",
                            "{\"slug\":\"talks\",\"name\":\"示例讲堂\",\"mode\":\"SANDBOX\",\"timeZone\":\"Asia/Shanghai\","
                                    + "\"strength\":0.2,\"alpha\":0.2,\"now\":\"2026-03-02T02:00:00Z\"}");
            this.brand = new SandboxBrand(product.api(), "talks");
            this.friends = new Friends(chance, new Friends.Manner(0.8, 0.3, 0.12, 0.003));
            this.team = new PersonalTeam(brand);
            this.operators = new Operators(brand, friends);
        }

        Report live() throws IOException, InterruptedException {
            team.hire("讲师组", 1, ACCOUNTS, "2023-01-01");
            persona();
            boolean discountRefused = brand.tell("POST", "/materials", "{\"name\":\"限时立减\",\"text\":\"今晚课程立减五百，手慢无\"}")
                            .status()
                    == UNPROCESSABLE;
            moment =
                    brand.made("/materials", "{\"name\":\"案例复盘\",\"text\":\"今天拆一个真实案例：他用三个月把复购做到 40%，关键在第一周做对了两件事。\"}");
            for (int day = 0; day < size.days(); day++) {
                morning(day);
                operators.work(team.people());
                befriended(day);
                brand.advance(TO_EVENING);
                operators.work(team.people());
                befriended(day);
                liked(day);
                bought(day);
                brand.advance(TO_MORNING);
            }
            return report(discountRefused);
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

        private void morning(int day) throws IOException, InterruptedException {
            int came = chance.count(FROM_ARTICLES * size.scale(), "article", day)
                    + (day % TALK_EVERY == 0 ? chance.count(FROM_TALKS * size.scale(), "talk", day) : 0);
            for (int i = 0; i < came; i++) {
                meet("listener-" + day + "-" + i);
            }
            var still = List.copyOf(waiting);
            waiting.clear();
            for (Listener one : still) {
                ask(one);
            }
            if (isMomentDay(day)) {
                Instant at = brand.now().plus(1, ChronoUnit.HOURS);
                newest = brand.made(
                        "/moments",
                        "{\"material\":\"" + moment + "\",\"accounts\":[\"" + String.join("\",\"", team.accounts())
                                + "\"],\"publishAt\":\"" + at + "\"}");
                brand.advance(Duration.ofHours(1));
            }
        }

        private static boolean isMomentDay(int day) {
            for (int one : MOMENT_DAYS) {
                if (day % 7 == one) {
                    return true;
                }
            }
            return false;
        }

        private void meet(String key) throws IOException, InterruptedException {
            String phone = "137%08d".formatted(listeners.size() + 1);
            String customer = brand.made(
                    "/customers",
                    "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"" + phone + "\"}]}");
            var listener = new Listener(key, customer, phone);
            listeners.put(customer, listener);
            friends.know(customer, key);
            report(listener, "READ", "OFFICIAL_ACCOUNT", "article");
            ask(listener);
        }

        private void ask(Listener one) throws IOException, InterruptedException {
            if (!team.ask(one.customer(), one.phone(), "", "听过讲座或读过文章")) {
                waiting.add(one);
            }
        }

        private void report(Listener one, String kind, String touchpoint, String what)
                throws IOException, InterruptedException {
            brand.post(
                    "/interactions",
                    "{\"externalId\":\"" + what + "-" + one.key() + "\",\"source\":\"feed\",\"kind\":\"" + kind
                            + "\",\"touchpoint\":\"" + touchpoint + "\",\"identity\":{\"type\":\"PHONE\",\"value\":\""
                            + one.phone() + "\"},\"occurredAt\":\"" + brand.now() + "\"}");
        }

        private void befriended(int day) throws IOException, InterruptedException {
            for (String customer : operators.newFriends()) {
                friendSince.putIfAbsent(customer, day);
                for (JsonNode one : brand.get("/customers/" + customer).path("relationships")) {
                    relationships.put(customer, one.path("id").asText());
                }
            }
        }

        /// Friends see the newest post on the day it was made; what they like, the operator sees and tells.
        private void liked(int day) throws IOException, InterruptedException {
            if (!isMomentDay(day)) {
                return;
            }
            for (JsonNode post : brand.all("/moments/" + newest + "/posts?limit=100")) {
                var seen = new ArrayList<String>();
                for (String customer : friendSince.keySet()) {
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

        /// The more somebody liked, the likelier they buy, once, three to seven weeks after becoming a friend.
        private void bought(int day) throws IOException, InterruptedException {
            Instant now = brand.now().truncatedTo(ChronoUnit.SECONDS);
            for (var friend : friendSince.entrySet()) {
                var one = listeners.get(friend.getKey());
                if (one == null || day - friend.getValue() != 20 + (int) (25 * chance.unit(one.key(), "when", 0))) {
                    continue;
                }
                double ever =
                        BUY * chance.warmth(one.key()) + BUY_MORE_PER_LIKE * likes.getOrDefault(one.customer(), 0);
                if (chance.happens(ever, one.key(), "buy", 0)) {
                    buyers.add(one.customer());
                    brand.post(
                            "/orders",
                            "{\"externalId\":\"course-" + one.key()
                                    + "\",\"source\":\"shop\",\"identity\":{\"type\":\"PHONE\",\"value\":\""
                                    + one.phone()
                                    + "\"},\"paidAt\":\"" + now + "\",\"amountMinor\":" + PRICE
                                    + ",\"currency\":\"CNY\",\"salesChannel\":\"MINI_PROGRAM\",\"lines\":[{\"sku\":\"course\","
                                    + "\"category\":\"course\",\"quantity\":1,\"amountMinor\":" + PRICE + "}]}");
                }
            }
        }

        private Report report(boolean discountRefused) throws IOException, InterruptedException {
            var paces = team.paces();
            JsonNode journey = brand.get("/reports/journey?fromOn=2026-03-02&toOn=" + brand.today());
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put("listeners, friends", listeners.size() + ", " + friendSince.size());
            figures.put("tasks done, by kind", operators.done().toString());
            figures.put("likes of moments", Integer.toString(reactions));
            figures.put("courses sold", Integer.toString(buyers.size()));
            figures.put(
                    "steps of the journey that nothing serves",
                    journey.path("gaps").toString());
            Map<String, Long> violations = new LinkedHashMap<>();
            violations.put("account days above the pace", operators.above(paces));
            violations.put("discounts that the persona let through", discountRefused ? 0L : 1L);
            violations.put("buyers whom the product doesn't know of", (long)
                    Math.abs(buyers.size() - brand.matching("orders.count >= 1").size()));
            return Report.of(figures, violations, Digest.of(product));
        }
    }
}
