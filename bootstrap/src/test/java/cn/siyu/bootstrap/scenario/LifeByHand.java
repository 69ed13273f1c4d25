package cn.siyu.bootstrap.scenario;

import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A business on personal accounts alone, lived through day by day: in the morning somebody is met,
/// the people work their lists before and after the day, and in the evening some buy.
abstract class LifeByHand {
    private static final Duration MORNING_TO_EVENING = Duration.ofHours(9);
    private static final Duration EVENING_TO_MORNING = Duration.ofHours(15);
    private static final int BATCH = 500;

    final Scenario.Size size;
    final Chance chance;
    final SandboxBrand brand;
    final Friends friends;
    final PersonalTeam team;
    final Operators operators;

    private final RunningProduct product;
    private final Map<String, Integer> friendSince = new LinkedHashMap<>();
    private final Set<String> buyers = new LinkedHashSet<>();
    private final List<String> orders = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private int phones;

    /// The brand as it is made.
    ///
    /// @param strength of the brand (品牌势能), 0 to 1
    /// @param alpha how much brand trust weighs against social trust, 0 to 1
    record Business(String slug, String name, double strength, double alpha) {}

    /// Somebody known by phone.
    ///
    /// @param key what its choices are made by
    record Met(String key, String customer, String phone) {}

    /// What is bought.
    ///
    /// @param source the system that tells of it
    record Goods(String source, String salesChannel, String sku, String category, long price) {}

    LifeByHand(RunningProduct product, Scenario.Size size, Business business, Friends.Manner manner)
            throws IOException, InterruptedException {
        this.product = product;
        this.size = size;
        this.chance = new Chance(size.seed());
        product.api()
                .post(
                        "/v1/brands",
                        "{\"slug\":\"" + business.slug() + "\",\"name\":\"" + business.name()
                                + "\",\"mode\":\"SANDBOX\",\"timeZone\":\"" + SandboxBrand.ZONE + "\",\"strength\":"
                                + business.strength() + ",\"alpha\":" + business.alpha()
                                + ",\"now\":\"2026-03-02T02:00:00Z\"}");
        this.brand = new SandboxBrand(product.api(), business.slug());
        this.friends = new Friends(chance, manner);
        this.team = new PersonalTeam(brand);
        this.operators = new Operators(brand, friends);
    }

    /// What the product is started with.
    static Map<String, Object> settings() {
        return Map.of("siyu.sandbox.enabled", "false", "siyu.sandbox.grain", "PT30M");
    }

    final Report live() throws IOException, InterruptedException {
        begin();
        for (int day = 0; day < size.days(); day++) {
            morning(day);
            work(day);
            brand.advance(MORNING_TO_EVENING.minus(passed));
            passed = Duration.ZERO;
            work(day);
            evening(day);
            deliver();
            brand.advance(EVENING_TO_MORNING);
        }
        Map<String, String> figures = new LinkedHashMap<>();
        Map<String, Long> violations = new LinkedHashMap<>();
        var above = operators.book().above(team.openedOn());
        violations.put("above the field's numbers: " + above, (long) above.size());
        violations.put("accounts whose pace is another than the field's", team.ofAnotherPace());
        violations.put("buyers whom the product doesn't know of", (long)
                Math.abs(buyers.size() - brand.matching("orders.count >= 1").size()));
        tell(figures, violations);
        figures.put(HandBook.FIGURES, operators.book().most());
        return Report.of(figures, violations, Digest.of(product));
    }

    /// Who works, and what is laid down.
    abstract void begin() throws IOException, InterruptedException;

    /// Whom they meet.
    abstract void morning(int day) throws IOException, InterruptedException;

    /// Somebody became a friend.
    abstract void befriended(String customer) throws IOException, InterruptedException;

    /// What friends do, such as to buy.
    abstract void evening(int day) throws IOException, InterruptedException;

    /// What was seen, and what must not have been.
    abstract void tell(Map<String, String> figures, Map<String, Long> violations)
            throws IOException, InterruptedException;

    private void work(int day) throws IOException, InterruptedException {
        operators.work(team.people());
        for (String customer : operators.newFriends()) {
            friendSince.putIfAbsent(customer, day);
            befriended(customer);
        }
    }

    /// Part of the morning passes.
    final void pass(Duration by) throws IOException, InterruptedException {
        brand.advance(by);
        passed = passed.plus(by);
    }

    /// Somebody whom nobody knew.
    ///
    /// @param prefix how phone numbers begin, three digits
    final Met meet(String key, String prefix, double accept) throws IOException, InterruptedException {
        String phone = prefix + "%08d".formatted(++phones);
        String customer = brand.made(
                "/customers", "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"" + phone + "\"}]}");
        friends.know(customer, key, accept);
        return new Met(key, customer, phone);
    }

    /// The friends with the day on which they became such, in that order.
    final Map<String, Integer> friendSince() {
        return friendSince;
    }

    /// The customers who bought.
    final Set<String> buyers() {
        return buyers;
    }

    /// Something a customer did, as a system of the brand tells it.
    final void interaction(String externalId, String source, String kind, String touchpoint, Met who)
            throws IOException, InterruptedException {
        brand.post(
                "/interactions",
                "{\"externalId\":\"" + externalId + "\",\"source\":\"" + source + "\",\"kind\":\"" + kind
                        + "\",\"touchpoint\":\"" + touchpoint + "\"," + identity(who) + ",\"occurredAt\":\""
                        + brand.now() + "\"}");
    }

    /// Somebody buys; told in the evening.
    final void buys(Met who, Goods goods) throws IOException, InterruptedException {
        Instant now = brand.now().truncatedTo(ChronoUnit.SECONDS);
        buyers.add(who.customer());
        orders.add("{\"externalId\":\"" + goods.sku() + "-" + who.key() + "\",\"source\":\"" + goods.source() + "\","
                + identity(who) + ",\"paidAt\":\"" + now + "\",\"amountMinor\":" + goods.price()
                + ",\"currency\":\"CNY\",\"salesChannel\":\"" + goods.salesChannel() + "\",\"lines\":[{\"sku\":\""
                + goods.sku() + "\",\"category\":\"" + goods.category() + "\",\"quantity\":1,\"amountMinor\":"
                + goods.price() + "}]}");
    }

    private static String identity(Met who) {
        return "\"identity\":{\"type\":\"PHONE\",\"value\":\"" + who.phone() + "\"}";
    }

    private void deliver() throws IOException, InterruptedException {
        for (int from = 0; from < orders.size(); from += BATCH) {
            brand.post(
                    "/orders/batch",
                    "{\"items\":[" + String.join(",", orders.subList(from, Math.min(from + BATCH, orders.size())))
                            + "]}");
        }
        orders.clear();
    }
}
