package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.application.intake.Synchronization.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reading account by account, page by page, whatever goes wrong.
class RunSynchronizationsTest extends SynchronizedCorp {
    @Test
    void takesOverEverybodyAndGreetsAndEnrolsNobody() {
        farSide.addStaff("carl");
        Stream.generate(() -> "ada").limit(45).forEach(this::met);
        Stream.generate(() -> "bob").limit(3).forEach(this::met);
        later();

        var begun = begin(Kind.INITIAL);
        work();

        var ended = all.find(BRAND, begun.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.unmatched()).as("carl has no account").isEqualTo(1);
        assertThat(progress(begun))
                .isEqualTo(new Synchronization.Progress(2, 2, 0, new SynchronizationPart.Count(48, 48, 0, 0)));
        assertThat(world.customers.all(BRAND)).hasSize(48);
        assertThat(reacted).isEmpty();
        assertThat(run.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void doesNotDoTheSameWorkTwice() {
        Stream.generate(() -> "ada").limit(5).forEach(this::met);
        begin(Kind.INITIAL);
        work();
        later();

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(progress(again).count()).isEqualTo(new SynchronizationPart.Count(5, 0, 0, 0));
    }

    @Test
    void takesOverRemarksAndTags() {
        var met = met("ada");
        var tag = tag("高");
        channel.tags().mark("ada", met.contactId(), Set.of(tag), Set.of());
        channel.remarks().set("ada", met.contactId(), new Remarks.Change("王先生", "三栋", null));

        begin(Kind.INITIAL);
        work();

        var customer = world.customers.all(BRAND).getFirst().id();
        assertThat(world.relationships.of(BRAND, List.of(customer)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.remark()).isEqualTo("王先生");
                    assertThat(one.description()).isEqualTo("三栋");
                });
        assertThat(world.tags.of(BRAND, List.of(customer))).hasSize(1);
    }

    @Test
    void goesOnWhereACallFailed() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        farSide.loseReadAfter(40); // in the middle of the second lot of pages

        run.runDue(BRAND, now, 100);
        var cut = part(begun, 500);
        assertThat(cut.problem()).contains("lost");
        assertThat(cut.cursor()).isNotNull();
        assertThat(run.runDue(BRAND, now, 100)).as("others go on").isNotNegative();
        now = now.plusSeconds(4);
        assertThat(all.due(BRAND, now, 10)).as("it waits").isEmpty();
        now = now.plusSeconds(1);
        work();

        assertThat(part(begun, 500).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(120, 120, 0, 0));
    }

    @Test
    void waitsAsLongAsAThrottledChannelAsksAndKeepsItsPlace() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        farSide.refuseReadAfter(40, NotDoneReason.THROTTLED, Duration.ofMinutes(1));

        run.runDue(BRAND, now, 100);
        var cut = part(begun, 500);
        assertThat(cut.problem()).contains("THROTTLED");
        assertThat(cut.cursor()).isNotNull();
        assertThat(cut.dueAt()).isEqualTo(now.plusSeconds(60));
        now = now.plusSeconds(60);
        work();

        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(120, 120, 0, 0));
    }

    @Test
    void letsOthersGoOnWhenTheReadingOfAnAccountBreaks() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        met("bob");
        var begun = begin(Kind.INITIAL);
        farSide.breakReadAfter(40);

        assertThatThrownBy(() -> run.runDue(BRAND, now, 100))
                .as("it is not hushed up")
                .hasRootCauseMessage("broken, as ordered by the test");
        assertThat(part(begun, 500).dueAt()).isEqualTo(now.plusSeconds(5));
        assertThat(part(begun, 500).problem()).contains("could not be read");
        run.runDue(BRAND, now, 100);
        assertThat(part(begun, 501).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        now = now.plusSeconds(5);
        work();

        assertThat(progress(begun).count()).isEqualTo(new SynchronizationPart.Count(121, 121, 0, 0));
    }

    @Test
    void beginsAnAccountAnewWhenItsCursorIsNoLongerKnown() {
        Stream.generate(() -> "ada").limit(120).forEach(this::met);
        var begun = begin(Kind.INITIAL);
        run.runDue(BRAND, now, 2);
        assertThat(part(begun, 500).cursor()).isNotNull();
        farSide.forgetCursors();

        run.runDue(BRAND, now, 1);
        assertThat(part(begun, 500).cursor()).isNull();
        now = now.plusSeconds(5);
        work();

        assertThat(part(begun, 500).state()).isEqualTo(SynchronizationPart.State.SUCCEEDED);
        assertThat(progress(begun).count().added()).isEqualTo(120);
        assertThat(progress(begun).count().seen()).isGreaterThan(120);
    }

    @Test
    void marksAnAccountThatCannotBeReadAndGoesOnWithTheOthers() {
        accounts.add(BRAND, account(502, "gone"));
        met("ada");

        var begun = begin(Kind.INITIAL);
        work();

        assertThat(all.find(BRAND, begun.id()).orElseThrow().state()).isEqualTo(State.PARTLY_SUCCEEDED);
        assertThat(part(begun, 502).state()).isEqualTo(SynchronizationPart.State.FAILED);
        assertThat(part(begun, 502).problem()).contains("客户联系功能");
        assertThat(world.customers.all(BRAND)).hasSize(1);
    }

    @Test
    void givesUpAnAccountWhosePagesGoInACircle() {
        met("ada");
        farSide.neverEndsPages(true);
        var begun = begin(Kind.INITIAL);
        work();

        assertThat(part(begun, 500).problem()).contains("circle");
        assertThat(all.find(BRAND, begun.id()).orElseThrow().state()).isEqualTo(State.FAILED);
    }

    @Test
    void givesUpAnAccountWhosePagesNeverEnd() {
        met("ada");
        farSide.neverEndsPages(false);
        var begun = begin(Kind.INITIAL);
        work();

        assertThat(part(begun, 500).problem()).contains("do not end");
        assertThat(run.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void enrolsWhomTheCallbacksMissedButNobodyFromBefore() {
        met("ada");
        begin(Kind.INITIAL);
        work();
        assertThat(reacted).isEmpty();
        later();
        met("bob");

        begin(Kind.RECONCILIATION);
        work();

        assertThat(reacted).containsExactly("began null");
    }

    @Test
    void enrolsNobodyBeforeTheFirstSuccess() {
        met("ada");
        later();
        begin(Kind.RECONCILIATION);
        work();

        assertThat(reacted).isEmpty();
    }
}
