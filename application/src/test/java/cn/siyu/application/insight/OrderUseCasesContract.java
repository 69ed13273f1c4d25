package cn.siyu.application.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.trust.evidence.Evidence;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What orders and refunds do, and the time that passes after them, over whatever ports.
public interface OrderUseCasesContract extends InsightFacts {
    @Test
    default void countsTheFirstOrderAsAPurchaseAndLaterOnesAsRepurchases() {
        var ports = world();
        InsightFacts.ordered(ports, "b", 20, 3000);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.BRAND_USER);
        assertThat(ports.goals).containsExactly("PURCHASE");
        InsightFacts.ordered(ports, "a", 10, 2000);

        assertThat(InsightFacts.evidence(ports)).containsExactly(EvidenceKind.PURCHASED, EvidenceKind.REPURCHASED);
        assertThat(ports.trust
                        .log()
                        .newestOf(BRAND, CUSTOMER, 9)
                        .getFirst()
                        .dated()
                        .evidence()
                        .kind())
                .isEqualTo(EvidenceKind.REPURCHASED);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.REPURCHASE);
        assertThat(InsightFacts.order(ports, InsightFacts.bought("a", 10, 2000)))
                .isInstanceOf(RecordOrders.Outcome.Repeated.class);
        assertThat(InsightFacts.order(ports, InsightFacts.bought("a", 10, 2001)))
                .isEqualTo(new RecordOrders.Outcome.Refused(RecordOrders.Refusal.KEY_REUSED));
    }

    @Test
    default void takesAnOrderBackThatIsRefundedInFull() {
        var ports = world();
        var order = InsightFacts.ordered(ports, "a", 10, 2000);
        var kept = InsightFacts.ordered(ports, "b", 20, 3000);

        assertThat(refund(ports, order, "r1", 2500)).isEqualTo(new RecordRefunds.Outcome.MoreThanPaid(2000));
        assertThat(refund(ports, order, "r1", 500)).isInstanceOf(RecordRefunds.Outcome.Recorded.class);
        assertThat(refund(ports, order, "r1", 500)).isInstanceOf(RecordRefunds.Outcome.Repeated.class);
        assertThat(refund(ports, order, "r1", 600)).isEqualTo(new RecordRefunds.Outcome.KeyReused());
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.REPURCHASE);
        refund(ports, order, "r2", 1500);

        assertThat(InsightFacts.evidence(ports)).containsExactly(EvidenceKind.PURCHASED);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.BRAND_USER);
        assertThat(ports.attributions.of(BRAND, kept.id()))
                .allSatisfy(share -> assertThat(share.refundedMinor()).isZero());
        assertThat(ports.attributions.of(BRAND, order.id()))
                .allSatisfy(share -> assertThat(share.refundedMinor()).isEqualTo(share.shareMinor()));
    }

    private static RecordRefunds.Outcome refund(InsightPorts ports, Order order, String key, long amount) {
        return ports.recordRefunds.handle(
                new RecordRefunds.Command(BRAND, order.publicId(), key, amount, InsightFacts.day(30)));
    }

    @Test
    default void putsAnOrderDownToTheContactsBeforeItInBothViews() {
        var ports = world();
        delivered(ports, 100, InsightFacts.day(2));
        delivered(ports, 101, InsightFacts.day(14));
        delivered(ports, 102, InsightFacts.day(18));
        delivered(ports, 103, InsightFacts.day(21));

        var order = InsightFacts.ordered(ports, "a", 20, 3001);

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
        var order = InsightFacts.ordered(ports, "a", 20, 3000);
        assertThat(shareOf(ports, order)).isNull();
        delivered(ports, 101, InsightFacts.day(19));
        var due = ports.attribute.nextDueAt(BRAND).orElseThrow();

        assertThat(ports.attribute.runDue(BRAND, due.minusMillis(1), 10)).isZero();
        assertThat(ports.attribute.runDue(BRAND, due, 10)).isEqualTo(1);

        assertThat(shareOf(ports, order)).isEqualTo(101);
        assertThat(ports.attribute.nextDueAt(BRAND)).contains(InsightFacts.day(41));
        ports.attribute.runDue(BRAND, InsightFacts.day(44), 10);
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
        InsightFacts.ordered(ports, "a", 38, 2000);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.CONVERSION);
        var due = ports.stage.nextDueAt(BRAND).orElseThrow();
        assertThat(due).isEqualTo(InsightFacts.day(45));

        assertThat(ports.stage.runDue(BRAND, InsightFacts.day(44), 10)).isZero();
        ports.trust.brands().moveClock(BRAND, due);
        assertThat(ports.stage.runDue(BRAND, due, 10)).isEqualTo(1);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.BRAND_USER);

        var dormant = ports.stage.nextDueAt(BRAND).orElseThrow();
        ports.stage.runDue(BRAND, dormant, 10);
        assertThat(ports.lifecycles.standings(BRAND, List.of(CUSTOMER)).get(CUSTOMER))
                .satisfies(standing -> assertThat(standing.dormant()).isTrue());
        assertThat(ports.stage.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    default void remembersHowFarEverybodyWasReadByAnotherPolicy() {
        var ports = world();
        InsightFacts.ordered(ports, "a", 38, 2000);
        var lifecycles = ports.lifecycles;
        assertThat(lifecycles.people(BRAND, 0, 10)).contains(CUSTOMER);
        assertThat(lifecycles.people(BRAND, CUSTOMER.value(), 10)).doesNotContain(CUSTOMER);
        assertThat(lifecycles.round(BRAND)).isEmpty();
        var first = new Lifecycles.Round("lifecycle-2025", InsightFacts.day(40), 0, false);
        var second = new Lifecycles.Round("lifecycle-2025+1", InsightFacts.day(41), 17, true);

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
            items.add(InsightFacts.bought("o" + i, 5 + 3 * i, 1000 + i));
        }
        var expected = world();
        items.forEach(item -> InsightFacts.order(expected, item));
        var evidence = InsightFacts.evidence(expected);
        var stage = InsightFacts.stageOf(expected);
        Collections.shuffle(items, new Random(3));
        var shuffled = world();
        items.forEach(item -> InsightFacts.order(shuffled, item));

        assertThat(InsightFacts.evidence(shuffled)).isEqualTo(evidence);
        assertThat(InsightFacts.stageOf(shuffled)).isEqualTo(stage);
    }

    /// Orders of one moment, of two shops with the same number, and some refunded: which of them is
    /// the purchase and which are repurchases doesn't depend on what came first.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    default void tellsPurchaseFromRepurchaseWhateverComesFirst(long seed) {
        var items = List.of(
                soldBy("shop", "a", 10), soldBy("crm", "a", 10), soldBy("shop", "b", 5), soldBy("shop", "c", 20));
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
            var order = ((RecordOrders.Outcome.Recorded) InsightFacts.order(ports, item)).order();
            if (order.key().value().equals("b")) {
                refunds.add(order);
            }
            if (random.nextBoolean()) {
                refundInFull(ports, refunds);
            }
        }
        refundInFull(ports, refunds);

        assertThat(evidenceOfOrders(ports)).as("seed " + seed).isEqualTo(expected);
        assertThat(InsightFacts.stageOf(ports)).isEqualTo(Stage.REPURCHASE);
    }

    private static RecordOrders.Item soldBy(String source, String key, double day) {
        var item = InsightFacts.bought(key, day, 2000);
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
