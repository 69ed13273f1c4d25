package cn.siyu.domain.customer.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.customer.lifecycle.LifecycleFact.IdentityKnown;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.Interacted;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderPaid;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.OrderRefunded;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.RelationshipBegan;
import cn.siyu.domain.customer.lifecycle.LifecycleFact.RelationshipEnded;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy.ClearedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    private static final Instant START = Instant.parse("2026-01-01T04:00:00Z");

    private final Lifecycle lifecycle = lifecycle(ClearedBy.PURCHASE);

    @Test
    void climbsFactByFact() {
        var facts = LifecycleFacts.of(List.of(
                new IdentityKnown(day(0)),
                new RelationshipBegan(1, day(1)),
                new Interacted(1, false, day(2)),
                new Interacted(2, true, day(3)),
                new Interacted(3, false, day(4)),
                new OrderPaid(1, 3_000, day(5)),
                new OrderPaid(2, 3_000, day(20))));

        assertThat(lifecycle.history(facts, day(30)))
                .extracting(change -> change.to() + " " + change.cause() + " " + days(change.at()))
                .containsExactly(
                        "ENTRANCE IDENTITY_KNOWN 0",
                        "AWARENESS RELATIONSHIP_BEGAN 1",
                        "INTEREST INTERACTED 2",
                        "PREFERENCE PREFERENCE_SHOWN 3",
                        "ENGAGEMENT INTERACTED 4",
                        "CONVERSION ORDER_PAID 5",
                        "BRAND_USER RETURN_WINDOW_PASSED 12",
                        "REPURCHASE ORDER_PAID 20");
        assertThat(lifecycle.read(facts, day(30)).stage()).isEqualTo(Stage.REPURCHASE);
        assertThat(lifecycle.read(facts, day(4)).stage()).isEqualTo(Stage.ENGAGEMENT);
    }

    @Test
    void nobodyIsNowhere() {
        var reading = lifecycle.read(LifecycleFacts.none(), START);

        assertThat(reading).isEqualTo(new LifecycleReading(null, false, Optional.empty(), Optional.empty()));
    }

    @Test
    void threeActiveDaysEngageOnlyIfTheyLieCloseTogether() {
        assertThat(stage(
                        31,
                        new Interacted(1, false, day(0)),
                        new Interacted(2, false, day(15)),
                        new Interacted(3, false, day(29))))
                .isEqualTo(Stage.ENGAGEMENT);
        assertThat(stage(
                        31,
                        new Interacted(1, false, day(0)),
                        new Interacted(2, false, day(15)),
                        new Interacted(3, false, day(30))))
                .isEqualTo(Stage.INTEREST);
        assertThat(stage(
                        31,
                        new Interacted(1, false, day(0)),
                        new Interacted(2, false, day(0)),
                        new Interacted(3, false, day(0))))
                .isEqualTo(Stage.INTEREST);
    }

    @Test
    void aFullRefundTakesTheOrderBackWhicheverArrivesFirst() {
        var interaction = new Interacted(1, false, day(1));
        var order = new OrderPaid(1, 3_000, day(2));
        var half = new OrderRefunded(1, 1, 1_500, day(4));
        var rest = new OrderRefunded(2, 1, 1_500, day(5));

        assertThat(stage(6, interaction, order, half)).isEqualTo(Stage.CONVERSION);
        assertThat(stage(6, interaction, order, half, rest)).isEqualTo(Stage.INTEREST);
        assertThat(stage(6, rest, half, order, interaction)).isEqualTo(Stage.INTEREST);
        assertThat(stage(6, interaction, order, half, half)).isEqualTo(Stage.CONVERSION);
    }

    @Test
    void twoOrdersOfWhichOneCameBackAreNoRepurchase() {
        assertThat(stage(
                        20,
                        new OrderPaid(1, 3_000, day(2)),
                        new OrderPaid(2, 900, day(3)),
                        new OrderRefunded(1, 2, 900, day(4))))
                .isEqualTo(Stage.BRAND_USER);
    }

    @Test
    void lostIsAFlagBesideTheStage() {
        var facts = LifecycleFacts.of(List.of(
                new IdentityKnown(day(0)),
                new RelationshipBegan(1, day(0)),
                new RelationshipBegan(2, day(0)),
                new Interacted(1, true, day(1)),
                new RelationshipEnded(1, day(2))));

        assertThat(lifecycle.read(facts, day(3)).lost()).isFalse();
        var lost = lifecycle.read(facts.with(new RelationshipEnded(2, day(4))), day(5));
        assertThat(lost.lost()).isTrue();
        assertThat(lost.stage()).isEqualTo(Stage.PREFERENCE);
    }

    @Test
    void aNewBeginningStartsAtAwarenessAgainButWhatWasBoughtStays() {
        List<LifecycleFact> twice = List.of(
                new RelationshipBegan(1, day(0)),
                new Interacted(1, true, day(1)),
                new RelationshipEnded(1, day(2)),
                new RelationshipBegan(2, day(9)));

        assertThat(stage(10, twice.toArray(LifecycleFact[]::new))).isEqualTo(Stage.AWARENESS);
        assertThat(lifecycle
                        .read(LifecycleFacts.of(twice).with(new OrderPaid(1, 100, day(1))), day(10))
                        .stage())
                .isEqualTo(Stage.BRAND_USER);
    }

    @Test
    void dormancyComesByTheOwnRhythmAndAPurchaseEndsItAtOnce() {
        var facts = LifecycleFacts.of(List.of(
                new OrderPaid(1, 100, day(0)),
                new OrderPaid(2, 100, day(21)),
                new OrderPaid(3, 100, day(42)),
                new OrderPaid(4, 100, day(63)),
                new OrderPaid(5, 100, day(84))));
        Instant due = lifecycle.read(facts, day(85)).dueAt().orElseThrow();

        assertThat(due).isBetween(day(84 + 93), day(84 + 94));
        assertThat(lifecycle.read(facts, due.minusMillis(1)).dormantSince()).isEmpty();
        assertThat(lifecycle.read(facts, due).dormantSince()).hasValue(due);
        var back = lifecycle.read(facts.with(new OrderPaid(6, 100, day(200))), day(200));
        assertThat(back.dormantSince()).isEmpty();
        assertThat(back.stage()).isEqualTo(Stage.REPURCHASE);
    }

    @Test
    void whoDidEverythingButBuyingStartsAnewAfterDormancy() {
        Lifecycle slowGoods = lifecycle(ClearedBy.INTERACTION);
        var facts = LifecycleFacts.of(List.of(
                new RelationshipBegan(1, day(0)), new Interacted(1, true, day(1)), new Interacted(2, false, day(2))));
        Instant due = slowGoods.read(facts, day(3)).dueAt().orElseThrow();

        assertThat(slowGoods.read(facts, due.minusMillis(1)).stage()).isEqualTo(Stage.PREFERENCE);
        assertThat(slowGoods.read(facts, due).stage()).isEqualTo(Stage.AWARENESS);
        assertThat(slowGoods.history(facts, due).getLast())
                .isEqualTo(new StageTransition(Stage.PREFERENCE, Stage.AWARENESS, "WENT_DORMANT", due));
        var awake = slowGoods.read(facts.with(new Interacted(3, false, day(400))), day(400));
        assertThat(awake.stage()).isEqualTo(Stage.INTEREST);
        assertThat(awake.dormantSince()).isEmpty();
    }

    @Test
    void saysWhenTheReadingChangesByItself() {
        var facts = LifecycleFacts.of(List.of(new OrderPaid(1, 100, day(0))));

        assertThat(lifecycle.read(facts, day(1)).dueAt()).hasValue(day(7));
        assertThat(lifecycle.read(facts, day(7)).dueAt())
                .hasValueSatisfying(due -> assertThat(due).isAfter(day(200)));
    }

    @Test
    void theFutureIsNotYetAFact() {
        assertThat(stage(1, new IdentityKnown(day(0)), new OrderPaid(1, 100, day(2))))
                .isEqualTo(Stage.ENTRANCE);
    }

    /// LC-1 and LC-2: told one by one in any order, twice or at once, the facts read the same, and
    /// the last change of the history is the stage.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void readsTheSameFromScratchAndStepByStepInAnyOrder(long seed) {
        Random random = new Random(seed);
        Lifecycle rule = lifecycle(seed % 2 == 0 ? ClearedBy.PURCHASE : ClearedBy.INTERACTION);
        List<LifecycleFact> facts = randomFacts(random);
        Instant now = day(700);
        LifecycleFacts atOnce = LifecycleFacts.of(facts);
        Collections.shuffle(facts, random);
        LifecycleFacts stepByStep = LifecycleFacts.none();
        for (LifecycleFact fact : facts) {
            stepByStep = stepByStep.with(fact);
            stepByStep = random.nextInt(4) == 0 ? stepByStep.with(fact) : stepByStep;
        }

        assertThat(stepByStep).isEqualTo(atOnce);
        assertThat(rule.read(stepByStep, now)).isEqualTo(rule.read(atOnce, now));
        List<StageTransition> history = rule.history(atOnce, now);
        assertThat(history.getLast().to()).isEqualTo(rule.read(atOnce, now).stage());
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).from()).isEqualTo(history.get(i - 1).to());
        }
    }

    /// Between two changes of the history the stage stays what it is: no change is missed, and due
    /// times are kept.
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void theHistoryTellsTheStageOfEveryMoment(long seed) {
        Random random = new Random(seed);
        Lifecycle rule = lifecycle(seed % 2 == 0 ? ClearedBy.PURCHASE : ClearedBy.INTERACTION);
        LifecycleFacts facts = LifecycleFacts.of(randomFacts(random));
        List<StageTransition> history = rule.history(facts, day(700));
        for (int hour = 0; hour < 700 * 24; hour += 7) {
            Instant now = START.plus(Duration.ofHours(hour));
            Stage told = null;
            for (StageTransition change : history) {
                told = change.at().isAfter(now) ? told : change.to();
            }
            assertThat(rule.read(facts, now).stage()).as("at %s", now).isEqualTo(told);
        }
    }

    private static List<LifecycleFact> randomFacts(Random random) {
        List<LifecycleFact> facts = new ArrayList<>();
        facts.add(new IdentityKnown(day(0)));
        for (int i = 0; i < 25; i++) {
            Instant at = START.plus(Duration.ofMinutes(random.nextInt(400 * 24 * 60)));
            facts.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new RelationshipBegan(random.nextInt(3), at);
                        case 1 -> new RelationshipEnded(random.nextInt(3), at);
                        case 2, 3 -> new Interacted(i, random.nextBoolean(), at);
                        case 4 -> new OrderPaid(i, 1_000, at);
                        default -> new OrderRefunded(i, random.nextInt(25), 400 + random.nextInt(700), at);
                    });
        }
        return facts;
    }

    private Stage stage(int day, LifecycleFact... facts) {
        Stage stage =
                lifecycle.read(LifecycleFacts.of(List.of(facts)), day(day)).stage();
        assertThat(stage).isNotNull();
        return java.util.Objects.requireNonNull(stage);
    }

    private static Lifecycle lifecycle(ClearedBy clearedBy) {
        var prior = new PurchasePrior(2, 60);
        return new Lifecycle(
                new LifecyclePolicy(
                        3,
                        30,
                        Duration.ofDays(7),
                        new LifecyclePolicy.Dormancy(
                                clearedBy, .05, prior, new LifecyclePolicy.Measured(90, 100), 3, Duration.ofDays(30))),
                Optional.of(prior),
                ZoneId.of("Asia/Shanghai"));
    }

    private static Instant day(long day) {
        return START.plus(Duration.ofDays(day));
    }

    private static long days(Instant at) {
        return Duration.between(START, at).toDays();
    }
}
