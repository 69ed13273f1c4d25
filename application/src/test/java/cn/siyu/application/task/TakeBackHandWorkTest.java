package cn.siyu.application.task;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.PHONE;
import static cn.siyu.application.task.HandWorld.operator;
import static cn.siyu.application.task.HandWorld.publicId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.task.OrderHandWork.Kind;
import cn.siyu.application.task.OrderHandWork.Outcome;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ming is a friend of the phone and is to be answered and liked; Hong is to be asked to be one.
class TakeBackHandWorkTest {
    private final HandWorld hands = new HandWorld();
    private final List<Task> told = new ArrayList<>();
    private final TakeBackHandWork takeBack = new TakeBackHandWork(
            hands.tasks,
            hands.reachability,
            hands.world.relationships,
            TaskWitness.of(List.of((_, ended) -> told.addAll(ended), new PacedTasks(hands.accounts, hands.paces))),
            hands.world.clock);

    private final CustomerId ming = hands.friend(9);
    private final CustomerId hong = hands.somebody(10, false, ConsentState.NOT_RECORDED);
    private final Task answer = ordered(Kind.REPLY, ming);
    private final Task like = ordered(Kind.LIKE, ming);
    private final Task request = ordered(Kind.ADD, hong);

    private Task ordered(Kind kind, CustomerId customer) {
        var command = new OrderHandWork.Command(
                operator(),
                publicId(PHONE),
                kind,
                customer,
                "PHONE",
                "13812345678",
                "您好",
                null,
                null,
                NOW.plus(Duration.ofDays(7)));
        return ((Outcome.Ordered) hands.order.handle(command)).task();
    }

    private List<String> cancelled() {
        return hands.tasks.all(BRAND).stream()
                .filter(task -> !task.open())
                .map(task -> task.kind() + " " + ((Task.State.Cancelled) task.state()).reason())
                .toList();
    }

    @Test
    void leavesWorkThatNothingStandsAgainst() {
        takeBack.barred(BRAND, ming);
        takeBack.barred(BRAND, hong);

        assertThat(cancelled()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void takesBackWhatTheTouchpointIsClosedFor() {
        hands.somebody(9, false, ConsentState.NOT_RECORDED, "MOMENTS");

        takeBack.optedOut(BRAND, new OptOut(ming, "MOMENTS", "API", NOW));

        assertThat(cancelled()).containsExactly("LIKE OPTED_OUT");
        assertThat(told).extracting(Task::id).containsExactly(like.id());
    }

    @Test
    void asksNobodyWhoTookConsentBackAndGivesThePaceBack() {
        hands.somebody(10, false, ConsentState.WITHDRAWN);
        assertThat(hands.addsOn(LocalDate.of(2026, 3, 1))).isEqualTo(1);

        takeBack.barred(BRAND, hong);

        assertThat(cancelled()).containsExactly("ADD NO_CONSENT");
        assertThat(told).extracting(Task::id).containsExactly(request.id());
        assertThat(hands.addsOn(LocalDate.of(2026, 3, 1))).isZero();
    }

    @Test
    void answersSomebodyWhoTookConsentForMarketingBack() {
        hands.somebody(9, false, ConsentState.WITHDRAWN);

        takeBack.barred(BRAND, ming);

        assertThat(cancelled()).isEmpty();
    }

    @Test
    void answersNobodyWhoIsNoFriendAnyMore() {
        var before = HandWorld.friendship(9, null);
        var after = HandWorld.friendship(9, new Relationship.Ended(Relationship.By.CUSTOMER, NOW));
        hands.world.relationships.replace(BRAND, after);

        takeBack.changed(BRAND, before, after);

        assertThat(cancelled()).containsExactlyInAnyOrder("REPLY LOST", "LIKE LOST");
        assertThat(told).extracting(Task::id).containsExactlyInAnyOrder(answer.id(), like.id());
    }
}
