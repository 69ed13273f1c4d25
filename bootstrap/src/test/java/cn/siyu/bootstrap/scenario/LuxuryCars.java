package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Luxury cars: nine people with twenty personal accounts each. Owners become friends first; then they bring others.
/// Nobody is contacted by a machine: whatever happens is a task that one of the nine works off.
final class LuxuryCars implements Scenario {
    private static final int PEOPLE = 9;
    private static final int ACCOUNTS_EACH = 20;
    private static final int OWNERS = 720;
    private static final int OWNERS_A_DAY = 60;
    private static final double SHOWS_A_DAY = 8;
    private static final double REFERRALS_A_WEEK = 0.045;
    private static final double ACCEPT_FROM_SHOW = 0.5;
    private static final double ACCEPT_FROM_FRIEND = 0.85;
    private static final double BUY_FROM_SHOW = 0.09;
    private static final double BUY_FROM_FRIEND = 0.2;
    private static final int STAYED_DAYS = 7;
    private static final long PRICE = 80_000_000L;
    private static final int BATCH = 500;
    private static final Duration MORNING_TO_EVENING = Duration.ofHours(9);
    private static final Duration EVENING_TO_MORNING = Duration.ofHours(15);

    @Override
    public String name() {
        return "luxury-cars";
    }

    @Override
    public Map<String, Object> settings(Size size) {
        return Map.of("siyu.sandbox.enabled", "false", "siyu.sandbox.grain", "PT30M");
    }

    @Override
    public Report live(RunningProduct product, Size size) throws IOException, InterruptedException {
        return new Life(product, size).live();
    }

    /// Somebody known by phone.
    ///
    /// @param key what its choices are made by
    /// @param referrer who brought it; empty for owners and visitors of shows
    private record Lead(String key, String customer, String phone, String referrer, boolean owner) {}

    private static final class Life {
        private final RunningProduct product;
        private final Size size;
        private final Chance chance;
        private final SandboxBrand brand;
        private final Friends friends;
        private final PersonalTeam team;
        private final Operators operators;
        private final Map<String, Lead> leads = new LinkedHashMap<>();
        private final Map<String, Integer> friendSince = new LinkedHashMap<>();
        private final Set<String> buyers = new LinkedHashSet<>();
        private final Set<String> thanked = new LinkedHashSet<>();
        private final List<String> waiting = new ArrayList<>();
        private String referredTag = "";
        private int phones;

        Life(RunningProduct product, Size size) throws IOException, InterruptedException {
            this.product = product;
            this.size = size;
            this.chance = new Chance(size.seed());
            product.api()
                    .post(
                            "/v1/brands",
                            "{\"slug\":\"cars\",\"name\":\"示例豪车\",\"mode\":\"SANDBOX\",\"timeZone\":\"Asia/Shanghai\","
                                    + "\"strength\":0.7,\"alpha\":0.3,\"now\":\"2026-03-02T02:00:00Z\"}");
            this.brand = new SandboxBrand(product.api(), "cars");
            this.friends = new Friends(chance, new Friends.Manner(ACCEPT_FROM_SHOW, 0.3, 0.25, 0.004));
            this.team = new PersonalTeam(brand);
            this.operators = new Operators(brand, friends);
        }

        Report live() throws IOException, InterruptedException {
            team.hire("顾问组", size.of(PEOPLE), ACCOUNTS_EACH, "2024-01-01");
            referredTag = brand.made("/tags", "{\"group\":\"来源\",\"name\":\"转介绍\"}");
            sop();
            for (int day = 0; day < size.days(); day++) {
                morning(day);
                operators.work(team.people());
                befriended(day);
                brand.advance(MORNING_TO_EVENING);
                operators.work(team.people());
                befriended(day);
                bought(day);
                brand.advance(EVENING_TO_MORNING);
            }
            return report();
        }

        /// The journey of whoever became a friend; each step is a task.
        private void sop() throws IOException, InterruptedException {
            String hello = brand.made(
                    "/materials", "{\"name\":\"见面礼\",\"text\":\"{{customer.nickname|您}}好，车主手册和保养预约我都替您备好了。\"}");
            String drive = brand.made("/materials", "{\"name\":\"试驾邀请\",\"text\":\"新车到店了，周末想请您来试驾，我全程陪您。\"}");
            String sop = brand.made("/sops", "{\"name\":\"新朋友的头一个月\"}");
            String send =
                    "{\"type\":\"SEND\",\"material\":\"%s\",\"touchpoint\":\"PRIVATE_CHAT\",\"contactClass\":\"%s\","
                            + "\"deadline\":\"P3D\"}";
            brand.post(
                    "/sops/" + sop + "/versions",
                    "{\"definition\":{\"trigger\":{\"type\":\"RELATIONSHIP_ADDED\"},\"exitOn\":[\"LOSS\",\"OPT_OUT\"],\"steps\":["
                            + "{\"type\":\"WAIT\",\"until\":{\"day\":1,\"localTime\":\"10:00\"}},"
                            + send.formatted(hello, "SERVICE")
                            + ",{\"type\":\"WAIT\",\"until\":{\"day\":10,\"localTime\":\"10:00\"}},"
                            + send.formatted(drive, "MARKETING") + "]}}");
            brand.post("/sops/" + sop + "/versions/1/publications", "{}");
            brand.post("/sops/" + sop + "/versions/1/activations", "{}");
        }

        private void morning(int day) throws IOException, InterruptedException {
            int owners = Math.min(size.of(OWNERS_A_DAY), size.of(OWNERS) - (int) count(true));
            for (int i = 0; i < owners; i++) {
                meet("owner-" + day + "-" + i, "", true, ACCEPT_FROM_FRIEND);
            }
            int visitors = chance.count(SHOWS_A_DAY * size.scale(), "show", day);
            for (int i = 0; i < visitors; i++) {
                meet("show-" + day + "-" + i, "", false, ACCEPT_FROM_SHOW);
            }
            if (day % 7 == 6) {
                for (String friend : List.copyOf(friendSince.keySet())) {
                    String key = friends.key(friend);
                    if (chance.happens(REFERRALS_A_WEEK * chance.warmth(key), key, "refer", day)) {
                        meet("from-" + key + "-" + day, friend, false, ACCEPT_FROM_FRIEND);
                    }
                }
            }
            var still = List.copyOf(waiting);
            waiting.clear();
            for (String customer : still) {
                ask(customer);
            }
            thank(day);
        }

        private long count(boolean owner) {
            return leads.values().stream().filter(lead -> lead.owner() == owner).count();
        }

        private void meet(String key, String referrer, boolean owner, double accept)
                throws IOException, InterruptedException {
            String phone = "138%08d".formatted(++phones);
            String customer = brand.made(
                    "/customers",
                    "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"" + phone + "\"}]}");
            leads.put(customer, new Lead(key, customer, phone, referrer, owner));
            friends.know(customer, key, accept);
            ask(customer);
        }

        private void ask(String customer) throws IOException, InterruptedException {
            var lead = leads.get(customer);
            if (lead != null
                    && !team.ask(
                            customer,
                            lead.phone(),
                            team.accountOf(lead.referrer()),
                            lead.owner() ? "车主" : lead.referrer().isEmpty() ? "车展留资" : "车主转介绍")) {
                waiting.add(customer);
            }
        }

        /// A tag stands on a relationship, so it is set once there is one.
        private void befriended(int day) throws IOException, InterruptedException {
            for (String customer : operators.newFriends()) {
                friendSince.putIfAbsent(customer, day);
                var lead = leads.get(customer);
                if (lead != null && !lead.referrer().isEmpty()) {
                    brand.put("/customers/" + customer + "/tags/" + referredTag);
                }
            }
        }

        /// Somebody who stayed a week counts for who brought it.
        private void thank(int day) throws IOException, InterruptedException {
            for (var friend : friendSince.entrySet()) {
                var lead = leads.get(friend.getKey());
                if (lead == null || lead.referrer().isEmpty() || day - friend.getValue() < STAYED_DAYS) {
                    continue;
                }
                var referrer = leads.get(lead.referrer());
                if (referrer != null && thanked.add(lead.customer())) {
                    brand.post(
                            "/interactions",
                            "{\"externalId\":\"ref-" + lead.key()
                                    + "\",\"source\":\"crm\",\"kind\":\"REFERRAL\",\"touchpoint\":\"PRIVATE_CHAT\","
                                    + "\"identity\":{\"type\":\"PHONE\",\"value\":\"" + referrer.phone()
                                    + "\"},\"occurredAt\":\"" + brand.now() + "\"}");
                }
            }
        }

        /// Whoever has been a friend for ten to forty days may buy, once.
        private void bought(int day) throws IOException, InterruptedException {
            var orders = new ArrayList<String>();
            Instant now = brand.now().truncatedTo(ChronoUnit.SECONDS);
            for (var friend : friendSince.entrySet()) {
                var lead = leads.get(friend.getKey());
                int known = day - friend.getValue();
                if (lead == null || lead.owner() || buyers.contains(lead.customer())) {
                    continue;
                }
                double ever = lead.referrer().isEmpty() ? BUY_FROM_SHOW : BUY_FROM_FRIEND;
                int when = 5 + (int) (30 * chance.unit(lead.key(), "when", 0));
                if (known == when && chance.happens(ever * chance.warmth(lead.key()), lead.key(), "buy", 0)) {
                    buyers.add(lead.customer());
                    orders.add("{\"externalId\":\"car-" + lead.key()
                            + "\",\"source\":\"dms\",\"identity\":{\"type\":\"PHONE\",\"value\":\"" + lead.phone()
                            + "\"},\"paidAt\":\"" + now + "\",\"amountMinor\":" + PRICE
                            + ",\"currency\":\"CNY\",\"salesChannel\":\"STORE\",\"lines\":[{\"sku\":\"coupe\",\"category\":\"car\","
                            + "\"quantity\":1,\"amountMinor\":" + PRICE + "}]}");
                }
            }
            for (int from = 0; from < orders.size(); from += BATCH) {
                brand.post(
                        "/orders/batch",
                        "{\"items\":[" + String.join(",", orders.subList(from, Math.min(from + BATCH, orders.size())))
                                + "]}");
            }
        }

        private Report report() throws IOException, InterruptedException {
            var buying = brand.matching("orders.count >= 1");
            long referred =
                    brand.matching("orders.count >= 1 and tags has '来源/转介绍'").size();
            long broughtHere = buyers.stream()
                    .filter(buyer ->
                            !Objects.requireNonNull(leads.get(buyer)).referrer().isEmpty())
                    .count();
            var paces = team.paces();
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put(
                    "people, accounts",
                    team.people().size() + ", " + team.accounts().size());
            figures.put("how busy the people are", new TreeMap<>(team.strains(ACCOUNTS_EACH)).toString());
            figures.put(
                    "owners, visitors of shows, brought by friends",
                    count(true) + ", "
                            + leads.values().stream()
                                    .filter(lead ->
                                            !lead.owner() && lead.referrer().isEmpty())
                                    .count()
                            + ", "
                            + leads.values().stream()
                                    .filter(lead -> !lead.referrer().isEmpty())
                                    .count());
            figures.put("friends", Integer.toString(friendSince.size()));
            figures.put("tasks done, by kind", operators.done().toString());
            figures.put(
                    "most friend requests of an account on a day, most messages",
                    operators.mostAdds() + ", " + operators.mostMessages());
            figures.put("new customers who bought", Integer.toString(buying.size()));
            figures.put(
                    "of them brought by friends",
                    String.format(
                            Locale.ROOT, "%d (%.0f %%)", referred, 100.0 * referred / Math.max(1, buying.size())));
            Map<String, Long> violations = new HashMap<>();
            violations.put("account days above the pace", operators.above(paces));
            violations.put("buyers whom the product doesn't know of", (long) Math.abs(buyers.size() - buying.size()));
            violations.put(
                    "buyers brought by friends whom the product doesn't know as such",
                    Math.abs(broughtHere - referred));
            violations.put("friends on two accounts", twice());
            return Report.of(figures, violations, Digest.of(product));
        }

        private long twice() {
            return leads.keySet().stream()
                    .filter(customer -> friends.friendships(customer) > 1)
                    .count();
        }
    }
}
