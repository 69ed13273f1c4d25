package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.IdentitiesContract;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What facts from outside do, over whatever ports.
public interface InsightUseCasesContract {
    BrandId BRAND = new BrandId(1);
    Instant DAY_0 = BrandsContract.NOW;
    CustomerId CUSTOMER = new CustomerId(7);
    RelationshipId RELATIONSHIP = new RelationshipId(20);
    IdentityKey CONTACT = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm7");
    IdentityKey PHONE = new IdentityKey(IdentityType.PHONE, "", "+8613800138000");
    PublicId ACCOUNT = PublicId.of(DAY_0, 5, 5);
    PublicId STAFF = PublicId.of(DAY_0, 6, 6);

    /// Empty ports that know the account, its holder, and the store `S1`.
    InsightPorts ports();

    /// A contact was delivered to the customer in its relationship.
    void delivered(InsightPorts ports, long send, Instant at);

    /// Ports with a brand on day 40, and a customer with one relationship since day 0.
    default InsightPorts world() {
        var ports = ports();
        ports.trust.brands().add(BrandsContract.aBrand(1, "demo", day(40)));
        ports.trust.customers().add(BRAND, List.of(CustomersContract.aCustomer(CUSTOMER.value())));
        ports.identities.add(BRAND, List.of(IdentitiesContract.anIdentity(30, CONTACT, CUSTOMER.value())));
        ports.trust
                .relationships()
                .add(
                        BRAND,
                        new Relationship(
                                RELATIONSHIP,
                                PublicId.of(DAY_0, 20, 20),
                                CUSTOMER,
                                ports.trust.wecom(),
                                new IdentityId(30),
                                null,
                                null,
                                0,
                                DAY_0,
                                null,
                                null,
                                null,
                                1,
                                DAY_0,
                                DAY_0));
        return ports;
    }

    private static Instant day(double day) {
        return DAY_0.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
    }

    private static RecordInteractions.Item did(String key, String kind, IdentityKey who, double day) {
        return new RecordInteractions.Item(
                new ExternalKey("feed", key), new InteractionKind(kind), List.of(who), ACCOUNT, null, "CHAT", day(day));
    }

    private static List<RecordInteractions.Outcome> record(InsightPorts ports, RecordInteractions.Item... items) {
        return ports.recordInteractions.handle(new RecordInteractions.Command(BRAND, List.of(items)));
    }

    private static RecordOrders.Item bought(String key, double day, long amount) {
        return new RecordOrders.Item(
                new ExternalKey("shop", key),
                List.of(CONTACT),
                day(day),
                amount,
                "CNY",
                "S1",
                "MINI_PROGRAM",
                List.of(new Order.Line("latte", "coffee", 2, amount)));
    }

    private static RecordOrders.Outcome order(InsightPorts ports, RecordOrders.Item item) {
        return ports.recordOrders
                .handle(new RecordOrders.Command(BRAND, List.of(item)))
                .getFirst();
    }

    /// Lets the customer buy on a day.
    static void buy(InsightPorts ports, String key, double day, long amount) {
        ordered(ports, key, day, amount);
    }

    private static Order ordered(InsightPorts ports, String key, double day, long amount) {
        return ((RecordOrders.Outcome.Recorded) order(ports, bought(key, day, amount))).order();
    }

    private static Stage stageOf(InsightPorts ports) {
        var standing = ports.lifecycles.standings(BRAND, List.of(CUSTOMER)).get(CUSTOMER);
        return Objects.requireNonNull(standing).stage();
    }

    private static List<EvidenceKind> evidence(InsightPorts ports) {
        return ports.trust.log().newestOf(BRAND, CUSTOMER, 99).stream()
                .map(entry -> entry.dated().evidence().kind())
                .sorted()
                .toList();
    }

    @Test
    default void recordsAnInteractionAndLetsTrustStageAndSendsFollow() {
        var ports = world();

        var outcomes = record(ports, did("1", "REPLY", CONTACT, 10), did("2", "READ", CONTACT, 11));

        assertThat(outcomes).allSatisfy(one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class));
        assertThat(evidence(ports)).containsExactly(EvidenceKind.REPLIED);
        assertThat(ports.responses).containsExactly("REPLY");
        assertThat(stageOf(ports)).isEqualTo(Stage.INTEREST);
        assertThat(ports.interactions
                        .find(BRAND, List.of(new ExternalKey("feed", "1")))
                        .values())
                .singleElement()
                .satisfies(one -> assertThat(one.relationship()).isEqualTo(RELATIONSHIP));
    }

    @Test
    default void takesARepeatAsNothingNewAndRefusesAnotherContent() {
        var ports = world();
        record(ports, did("1", "REPLY", CONTACT, 10));

        assertThat(record(ports, did("1", "REPLY", CONTACT, 10), did("1", "REPLY", CONTACT, 11)))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Repeated.class),
                        one -> assertThat(one)
                                .isEqualTo(
                                        new RecordInteractions.Outcome.Refused(RecordInteractions.Refusal.KEY_REUSED)));
        assertThat(ports.responses).hasSize(1);
    }

    @Test
    default void makesACustomerOfAnUnknownPhoneButNotOfAnUnknownContact() {
        var ports = world();
        var stranger = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm-unknown");
        var nowhere = new RecordInteractions.Item(
                new ExternalKey("feed", "3"), InteractionKind.REPLY, List.of(CONTACT), STAFF, null, "CHAT", day(1));

        assertThat(record(ports, did("1", "VISIT", PHONE, 10), did("2", "VISIT", stranger, 10), nowhere))
                .satisfiesExactly(
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class),
                        one -> assertThat(one)
                                .isEqualTo(new RecordInteractions.Outcome.Refused(
                                        RecordInteractions.Refusal.UNKNOWN_CONTACT)),
                        one -> assertThat(one)
                                .isEqualTo(new RecordInteractions.Outcome.Refused(
                                        RecordInteractions.Refusal.UNKNOWN_ACCOUNT)));
        assertThat(ports.identities.find(BRAND, List.of(PHONE))).hasSize(1);
    }

    @Test
    default void refusesKindsAndTouchpointsThatThePolicyDoesNotListAndNamesThoseItDoes() {
        var ports = world();
        var yawned = did("1", "YAWNED", PHONE, 10);
        var pigeon = new RecordInteractions.Item(
                new ExternalKey("feed", "2"), InteractionKind.REPLY, List.of(PHONE), null, null, "PIGEON", day(10));

        assertThat(record(ports, yawned, did("3", "REPLY", CONTACT, 10), pigeon))
                .satisfiesExactly(
                        one -> assertThat(one).satisfies(refused -> {
                            var unlisted = (RecordInteractions.Outcome.Unlisted) refused;
                            assertThat(unlisted.what()).isEqualTo(RecordInteractions.Listed.KIND);
                            assertThat(unlisted.known()).contains("REPLY", "WATCHED");
                        }),
                        one -> assertThat(one).isInstanceOf(RecordInteractions.Outcome.Recorded.class),
                        one -> assertThat(((RecordInteractions.Outcome.Unlisted) one).known())
                                .contains("LIVE", "STORE"));
        assertThat(ports.identities.find(BRAND, List.of(PHONE))).isEmpty();
    }

    @Test
    default void readsTheStageFromWhatThePolicySaysOfAKind() {
        var ports = world();
        record(ports, did("1", "COMPLAINT", CONTACT, 1));
        assertThat(stageOf(ports)).isEqualTo(Stage.AWARENESS);
        record(ports, did("2", "WATCHED", CONTACT, 2));
        assertThat(stageOf(ports)).isEqualTo(Stage.INTEREST);
        record(ports, did("3", "COUPON_CLAIMED", CONTACT, 3));
        assertThat(stageOf(ports)).isEqualTo(Stage.PREFERENCE);
        assertThat(evidence(ports)).containsExactly(EvidenceKind.CLAIMED_COUPON, EvidenceKind.COMPLAINED);
    }

    @Test
    default void silencesAnAccountLongerEachTimeInWhateverOrder() {
        var ports = world();
        record(ports, did("2", "NOT_INTERESTED", CONTACT, 20));
        record(ports, did("1", "NOT_INTERESTED", CONTACT, 1));

        var silence = ports.trust
                .relationships()
                .silences(BRAND, List.of(RELATIONSHIP))
                .get(RELATIONSHIP);
        assertThat(silence).isEqualTo(new Silence(2, day(50)));
        assertThat(stageOf(ports)).isEqualTo(Stage.AWARENESS);
    }

    @Test
    default void countsTheFirstOrderAsAPurchaseAndLaterOnesAsRepurchases() {
        var ports = world();
        ordered(ports, "b", 20, 3000);
        assertThat(stageOf(ports)).isEqualTo(Stage.BRAND_USER);
        assertThat(ports.goals).containsExactly("PURCHASE");
        ordered(ports, "a", 10, 2000);

        assertThat(evidence(ports)).containsExactly(EvidenceKind.PURCHASED, EvidenceKind.REPURCHASED);
        assertThat(ports.trust
                        .log()
                        .newestOf(BRAND, CUSTOMER, 9)
                        .getFirst()
                        .dated()
                        .evidence()
                        .kind())
                .isEqualTo(EvidenceKind.REPURCHASED);
        assertThat(stageOf(ports)).isEqualTo(Stage.REPURCHASE);
        assertThat(order(ports, bought("a", 10, 2000))).isInstanceOf(RecordOrders.Outcome.Repeated.class);
        assertThat(order(ports, bought("a", 10, 2001)))
                .isEqualTo(new RecordOrders.Outcome.Refused(RecordOrders.Refusal.KEY_REUSED));
    }

    @Test
    default void takesAnOrderBackThatIsRefundedInFull() {
        var ports = world();
        var order = ordered(ports, "a", 10, 2000);
        var kept = ordered(ports, "b", 20, 3000);

        assertThat(refund(ports, order, "r1", 2500)).isEqualTo(new RecordRefunds.Outcome.MoreThanPaid(2000));
        assertThat(refund(ports, order, "r1", 500)).isInstanceOf(RecordRefunds.Outcome.Recorded.class);
        assertThat(refund(ports, order, "r1", 500)).isInstanceOf(RecordRefunds.Outcome.Repeated.class);
        assertThat(refund(ports, order, "r1", 600)).isEqualTo(new RecordRefunds.Outcome.KeyReused());
        assertThat(stageOf(ports)).isEqualTo(Stage.REPURCHASE);
        refund(ports, order, "r2", 1500);

        assertThat(evidence(ports)).containsExactly(EvidenceKind.PURCHASED);
        assertThat(stageOf(ports)).isEqualTo(Stage.BRAND_USER);
        assertThat(ports.attributions.of(BRAND, kept.id()))
                .allSatisfy(share -> assertThat(share.refundedMinor()).isZero());
        assertThat(ports.attributions.of(BRAND, order.id()))
                .allSatisfy(share -> assertThat(share.refundedMinor()).isEqualTo(share.shareMinor()));
    }

    private static RecordRefunds.Outcome refund(InsightPorts ports, Order order, String key, long amount) {
        return ports.recordRefunds.handle(new RecordRefunds.Command(BRAND, order.publicId(), key, amount, day(30)));
    }

    @Test
    default void putsAnOrderDownToTheContactsBeforeItInBothViews() {
        var ports = world();
        delivered(ports, 100, day(2));
        delivered(ports, 101, day(14));
        delivered(ports, 102, day(18));
        delivered(ports, 103, day(21));

        var order = ordered(ports, "a", 20, 3001);

        assertThat(ports.attributions.of(BRAND, order.id()))
                .extracting(one -> one.method() + " " + one.send().orElse(0) + " " + one.shareMinor())
                .containsExactlyInAnyOrder("LAST_TOUCH 102 3001", "EQUAL_SHARES 101 1501", "EQUAL_SHARES 102 1500");
        assertThat(ports.trust
                        .log()
                        .newestOf(BRAND, CUSTOMER, 9)
                        .getFirst()
                        .dated()
                        .evidence()
                        .relationship())
                .contains(RELATIONSHIP);
    }

    @Test
    default void putsAnOrderDownAgainWhenResultsCameLate() {
        var ports = world();
        var order = ordered(ports, "a", 20, 3000);
        assertThat(shareOf(ports, order)).isNull();
        delivered(ports, 101, day(19));
        var due = ports.attribute.nextDueAt(BRAND).orElseThrow();

        assertThat(ports.attribute.runDue(BRAND, due.minusMillis(1), 10)).isZero();
        assertThat(ports.attribute.runDue(BRAND, due, 10)).isEqualTo(1);

        assertThat(shareOf(ports, order)).isEqualTo(101);
        assertThat(ports.attribute.nextDueAt(BRAND)).contains(day(41));
        ports.attribute.runDue(BRAND, day(44), 10);
        assertThat(ports.attribute.nextDueAt(BRAND)).isEmpty();
    }

    private static @Nullable Long shareOf(InsightPorts ports, Order order) {
        var last = ports.attributions.of(BRAND, order.id()).stream()
                .filter(share -> share.method() == AttributionMethod.LAST_TOUCH)
                .findFirst()
                .orElseThrow();
        return last.send().isPresent() ? last.send().getAsLong() : null;
    }

    @Test
    default void changesAStageByItselfWhenItIsDue() {
        var ports = world();
        ordered(ports, "a", 38, 2000);
        assertThat(stageOf(ports)).isEqualTo(Stage.CONVERSION);
        var due = ports.stage.nextDueAt(BRAND).orElseThrow();
        assertThat(due).isEqualTo(day(45));

        assertThat(ports.stage.runDue(BRAND, day(44), 10)).isZero();
        ports.trust.brands().moveClock(BRAND, due);
        assertThat(ports.stage.runDue(BRAND, due, 10)).isEqualTo(1);
        assertThat(stageOf(ports)).isEqualTo(Stage.BRAND_USER);

        var dormant = ports.stage.nextDueAt(BRAND).orElseThrow();
        ports.stage.runDue(BRAND, dormant, 10);
        assertThat(ports.lifecycles.standings(BRAND, List.of(CUSTOMER)).get(CUSTOMER))
                .satisfies(standing -> assertThat(standing.dormant()).isTrue());
        assertThat(ports.stage.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    default void remembersHowFarEverybodyWasReadByAnotherPolicy() {
        var ports = world();
        ordered(ports, "a", 38, 2000);
        var lifecycles = ports.lifecycles;
        assertThat(lifecycles.people(BRAND, 0, 10)).contains(CUSTOMER);
        assertThat(lifecycles.people(BRAND, CUSTOMER.value(), 10)).doesNotContain(CUSTOMER);
        assertThat(lifecycles.round(BRAND)).isEmpty();
        var first = new Lifecycles.Round("lifecycle-2025", day(40), 0, false);
        var second = new Lifecycles.Round("lifecycle-2025+1", day(41), 17, true);

        assertThat(lifecycles.save(BRAND, null, first)).isTrue();
        assertThat(lifecycles.save(BRAND, null, second))
                .as("somebody was faster")
                .isFalse();
        assertThat(lifecycles.save(BRAND, first, second)).isTrue();
        assertThat(lifecycles.save(BRAND, first, second)).isFalse();
        assertThat(lifecycles.round(BRAND)).contains(second);
    }

    @Test
    default void endsInTheSameStateWhateverTheOrderOfFacts() {
        var items = new ArrayList<RecordOrders.Item>();
        for (int i = 0; i < 5; i++) {
            items.add(bought("o" + i, 5 + 3 * i, 1000 + i));
        }
        var expected = world();
        items.forEach(item -> order(expected, item));
        var evidence = evidence(expected);
        var stage = stageOf(expected);
        Collections.shuffle(items, new Random(3));
        var shuffled = world();
        items.forEach(item -> order(shuffled, item));

        assertThat(evidence(shuffled)).isEqualTo(evidence);
        assertThat(stageOf(shuffled)).isEqualTo(stage);
    }

    /// Orders of one moment, of two shops with the same number, and some refunded: which of them is
    /// the purchase and which are repurchases doesn't depend on what came first.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void tellsPurchaseFromRepurchaseWhateverComesFirst(long seed) {
        var items = List.of(
                bought("shop", "a", 10), bought("crm", "a", 10), bought("shop", "b", 5), bought("shop", "c", 20));
        var expected = Map.of(
                "crm a",
                EvidenceKind.PURCHASED,
                "shop a",
                EvidenceKind.REPURCHASED,
                "shop c",
                EvidenceKind.REPURCHASED);
        var random = new Random(seed);
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        var ports = world();
        var refunds = new ArrayList<Order>();
        for (RecordOrders.Item item : shuffled) {
            var order = ((RecordOrders.Outcome.Recorded) order(ports, item)).order();
            if (order.key().value().equals("b")) {
                refunds.add(order);
            }
            if (random.nextBoolean()) {
                refundInFull(ports, refunds);
            }
        }
        refundInFull(ports, refunds);

        assertThat(evidenceOfOrders(ports)).as("seed " + seed).isEqualTo(expected);
        assertThat(stageOf(ports)).isEqualTo(Stage.REPURCHASE);
    }

    private static RecordOrders.Item bought(String source, String key, double day) {
        var item = bought(key, day, 2000);
        return new RecordOrders.Item(
                new ExternalKey(source, key),
                item.identities(),
                item.paidAt(),
                item.amountMinor(),
                item.currency(),
                item.store(),
                item.salesChannel(),
                item.lines());
    }

    private static void refundInFull(InsightPorts ports, List<Order> orders) {
        orders.forEach(order -> refund(ports, order, "all", order.amountMinor()));
        orders.clear();
    }

    private static Map<String, EvidenceKind> evidenceOfOrders(InsightPorts ports) {
        var names = ports.orders.of(BRAND, List.of(CUSTOMER)).stream()
                .collect(Collectors.toMap(
                        Order::id,
                        order -> order.key().source() + " " + order.key().value()));
        return ports.trust.log().newestOf(BRAND, CUSTOMER, 99).stream()
                .map(entry -> entry.dated().evidence())
                .collect(Collectors.toMap(
                        evidence -> names.getOrDefault(
                                Long.parseLong(evidence.id().value().split(":", -1)[1]), "?"),
                        Evidence::kind));
    }
}
