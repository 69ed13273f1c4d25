package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Luxury cars: nine people with twenty personal accounts each. Owners become friends first; then
/// they bring others. Nobody is contacted by a machine: whatever happens is a task that one of the
/// nine works off.
final class LuxuryCars implements Scenario {
    private static final int PEOPLE = 9;
    private static final int ACCOUNTS_EACH = 20;
    private static final int OWNERS = 720;
    private static final int OWNERS_A_DAY = 60;
    private static final double SHOWS_A_DAY = 8;
    private static final double REFERRALS_A_WEEK = 0.045;
    private static final double ACCEPT_FROM_SHOW = 0.5;
    private static final double ACCEPT_FROM_FRIEND = 0.85;
    /// A quick world, so that sixty days see enough buyers for a share to mean something: over many
    /// seeds 65 % of them are brought by friends, give or take 6.
    private static final double BUY_FROM_SHOW = 0.2;

    private static final double BUY_FROM_FRIEND = 0.6;
    private static final int STAYED_DAYS = 7;
    /// The dealer's system (DMS) notes with each order how the buyer came.
    private static final LifeByHand.Goods CAR = new LifeByHand.Goods("dms", "STORE", "coupe", "car", 80_000_000L);

    private static final LifeByHand.Goods CAR_OF_A_FRIEND =
            new LifeByHand.Goods("dms", "REFERRAL", "coupe", "car", 80_000_000L);

    @Override
    public String name() {
        return "luxury-cars";
    }

    @Override
    public Map<String, Object> settings(Size size) {
        return LifeByHand.settings();
    }

    @Override
    public Report live(RunningProduct product, Size size) throws IOException, InterruptedException {
        return new Life(product, size).live();
    }

    /// @param referrer who brought it; empty for owners and visitors of shows
    private record Lead(LifeByHand.Met met, String referrer, boolean owner) {
        boolean brought() {
            return !referrer.isEmpty();
        }

        String why() {
            return owner ? "车主" : brought() ? "车主转介绍" : "车展留资";
        }
    }

    private static final class Life extends LifeByHand {
        private final Map<String, Lead> leads = new LinkedHashMap<>();
        private final Set<String> thanked = new LinkedHashSet<>();
        private final List<Lead> waiting = new ArrayList<>();
        private String referredTag = "";

        Life(RunningProduct product, Size size) throws IOException, InterruptedException {
            super(
                    product,
                    size,
                    new Business("cars", "示例豪车", 0.7, 0.3),
                    new Friends.Manner(ACCEPT_FROM_SHOW, 0.3, 0.25, 0.004));
        }

        @Override
        void begin() throws IOException, InterruptedException {
            team.hire("顾问组", size.of(PEOPLE), ACCOUNTS_EACH, "2024-01-01");
            referredTag = brand.made("/tags", "{\"group\":\"来源\",\"name\":\"转介绍\"}");
            sop();
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

        @Override
        void morning(int day) throws IOException, InterruptedException {
            int owners = Math.min(size.of(OWNERS_A_DAY), size.of(OWNERS) - count(true, false));
            for (int i = 0; i < owners; i++) {
                lead("owner-" + day + "-" + i, "", true, ACCEPT_FROM_FRIEND);
            }
            int visitors = chance.count(SHOWS_A_DAY * size.scale(), "show", day);
            for (int i = 0; i < visitors; i++) {
                lead("show-" + day + "-" + i, "", false, ACCEPT_FROM_SHOW);
            }
            if (day % 7 == 6) {
                for (String friend : List.copyOf(friendSince().keySet())) {
                    String key = friends.key(friend);
                    if (chance.happens(REFERRALS_A_WEEK * chance.warmth(key), key, "refer", day)) {
                        lead("from-" + key + "-" + day, friend, false, ACCEPT_FROM_FRIEND);
                    }
                }
            }
            var still = List.copyOf(waiting);
            waiting.clear();
            for (Lead lead : still) {
                ask(lead);
            }
            thank(day);
        }

        private int count(boolean owner, boolean brought) {
            return (int) leads.values().stream()
                    .filter(lead -> lead.owner() == owner && lead.brought() == brought)
                    .count();
        }

        private void lead(String key, String referrer, boolean owner, double accept)
                throws IOException, InterruptedException {
            var lead = new Lead(meet(key, "138", accept), referrer, owner);
            leads.put(lead.met().customer(), lead);
            ask(lead);
        }

        private void ask(Lead lead) throws IOException, InterruptedException {
            var met = lead.met();
            if (!team.ask(met.customer(), met.phone(), team.accountOf(lead.referrer()), lead.why())) {
                waiting.add(lead);
            }
        }

        /// A tag stands on a relationship, so it is set once there is one.
        @Override
        void befriended(String customer) throws IOException, InterruptedException {
            var lead = leads.get(customer);
            if (lead != null && lead.brought()) {
                brand.put("/customers/" + customer + "/tags/" + referredTag);
            }
        }

        /// Somebody who stayed a week counts for who brought it.
        private void thank(int day) throws IOException, InterruptedException {
            for (var friend : friendSince().entrySet()) {
                var lead = leads.get(friend.getKey());
                if (lead == null || !lead.brought() || day - friend.getValue() < STAYED_DAYS) {
                    continue;
                }
                var referrer = leads.get(lead.referrer());
                if (referrer != null && thanked.add(friend.getKey())) {
                    interaction("ref-" + lead.met().key(), "crm", "REFERRAL", "PRIVATE_CHAT", referrer.met());
                }
            }
        }

        /// Whoever has been a friend for five to thirty-five days may buy, once.
        @Override
        void evening(int day) throws IOException, InterruptedException {
            for (var friend : friendSince().entrySet()) {
                var lead = leads.get(friend.getKey());
                if (lead == null || lead.owner() || buyers().contains(friend.getKey())) {
                    continue;
                }
                String key = lead.met().key();
                double ever = lead.brought() ? BUY_FROM_FRIEND : BUY_FROM_SHOW;
                int when = 5 + (int) (30 * chance.unit(key, "when", 0));
                if (day - friend.getValue() == when && chance.happens(ever * chance.warmth(key), key, "buy", 0)) {
                    buys(lead.met(), lead.brought() ? CAR_OF_A_FRIEND : CAR);
                }
            }
        }

        @Override
        void tell(Map<String, String> figures, Map<String, Long> violations) throws IOException, InterruptedException {
            figures.put(
                    "people, accounts",
                    team.people().size() + ", " + team.accounts().size());
            figures.put("how busy the people are", new TreeMap<>(team.strains(ACCOUNTS_EACH)).toString());
            figures.put(
                    "owners, visitors of shows, brought by friends",
                    count(true, false) + ", " + count(false, false) + ", " + count(false, true));
            figures.put("friends", Integer.toString(friendSince().size()));
            figures.put("tasks done, by kind", operators.done().toString());
            business(figures, violations);
            referrals(figures, violations);
            violations.put(
                    "friends on two accounts",
                    leads.keySet().stream()
                            .filter(customer -> friends.friendships(customer) > 1)
                            .count());
        }

        /// How much new business came by referral: the product's report of orders by sales channel,
        /// which must agree with its customers who carry the tag, and with who really was brought.
        private void business(Map<String, String> figures, Map<String, Long> violations)
                throws IOException, InterruptedException {
            long bought = 0;
            long referred = 0;
            for (JsonNode row : brand.get("/reports/journey" + period()).path("items")) {
                if (row.path("step").asText().equals("PURCHASE")) {
                    referred = served(row, "REFERRAL");
                    bought = referred + served(row, "STORE");
                }
            }
            long tagged =
                    brand.matching("orders.count >= 1 and tags has '来源/转介绍'").size();
            long brought = leads.values().stream()
                    .filter(lead ->
                            lead.brought() && buyers().contains(lead.met().customer()))
                    .count();
            figures.put("new customers who bought, by the product's report", Long.toString(bought));
            figures.put(
                    "of them by referral, by the product's report",
                    String.format(Locale.ROOT, "%d (%.0f %%)", referred, 100.0 * referred / Math.max(1, bought)));
            violations.put("orders that the product's report doesn't count", Math.abs(bought - buyers().size()));
            violations.put("orders by referral that it doesn't count as such", Math.abs(brought - referred));
            violations.put("buyers by referral whom a filter doesn't find", Math.abs(brought - tagged));
        }

        private static long served(JsonNode step, String touchpoint) {
            for (JsonNode cell : step.path("touchpoints")) {
                if (cell.path("touchpoint").asText().equals(touchpoint)) {
                    return cell.path("count").asLong();
                }
            }
            return 0;
        }

        /// Friends who brought somebody that stayed, as the product counts its REFERRAL interactions.
        private void referrals(Map<String, String> figures, Map<String, Long> violations)
                throws IOException, InterruptedException {
            long times = 0;
            long people = 0;
            for (JsonNode row : brand.get("/reports/touchpoints" + period()).path("items")) {
                if (row.path("kind").asText().equals("REFERRAL")) {
                    times += row.path("interactions").asLong();
                    people += row.path("customers").asLong();
                }
            }
            figures.put(
                    "referrals that stayed a week, by how many friends, by the product's report",
                    times + ", " + people);
            violations.put("referrals that it doesn't count", Math.abs(thanked.size() - times));
        }

        private String period() throws IOException, InterruptedException {
            return "?fromOn=2026-03-02&toOn=" + brand.today();
        }
    }
}
