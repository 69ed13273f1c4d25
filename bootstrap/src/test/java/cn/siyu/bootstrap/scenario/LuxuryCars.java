package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
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
    private static final LifeByHand.Goods CAR = new LifeByHand.Goods("dms", "STORE", "coupe", "car", 80_000_000L);

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
                    buys(lead.met(), CAR);
                }
            }
        }

        @Override
        void tell(Map<String, String> figures, Map<String, Long> violations) throws IOException, InterruptedException {
            int bought = brand.matching("orders.count >= 1").size();
            long referred =
                    brand.matching("orders.count >= 1 and tags has '来源/转介绍'").size();
            long broughtHere = leads.values().stream()
                    .filter(lead ->
                            lead.brought() && buyers().contains(lead.met().customer()))
                    .count();
            figures.put(
                    "people, accounts",
                    team.people().size() + ", " + team.accounts().size());
            figures.put("how busy the people are", new TreeMap<>(team.strains(ACCOUNTS_EACH)).toString());
            figures.put(
                    "owners, visitors of shows, brought by friends",
                    count(true, false) + ", " + count(false, false) + ", " + count(false, true));
            figures.put("friends", Integer.toString(friendSince().size()));
            figures.put("tasks done, by kind", operators.done().toString());
            figures.put(
                    "most friend requests of an account on a day, most messages",
                    operators.mostAdds() + ", " + operators.mostMessages());
            figures.put("new customers who bought", Integer.toString(bought));
            figures.put(
                    "of them brought by friends",
                    String.format(Locale.ROOT, "%d (%.0f %%)", referred, 100.0 * referred / Math.max(1, bought)));
            violations.put(
                    "buyers brought by friends whom the product doesn't know as such",
                    Math.abs(broughtHere - referred));
            violations.put(
                    "friends on two accounts",
                    leads.keySet().stream()
                            .filter(customer -> friends.friendships(customer) > 1)
                            .count());
        }
    }
}
