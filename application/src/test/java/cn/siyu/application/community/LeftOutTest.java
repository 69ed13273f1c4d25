package cn.siyu.application.community;

import static cn.siyu.application.community.MomentWorld.BRAND;
import static cn.siyu.application.community.MomentWorld.BY_HAND;
import static cn.siyu.application.community.MomentWorld.START;
import static cn.siyu.application.community.MomentWorld.boss;
import static cn.siyu.application.community.MomentWorld.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import cn.siyu.application.community.port.MomentAudiences.Why;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Whom who posts by hand is told to leave out.
class LeftOutTest {
    private static final Instant WEEK = START.plus(Duration.ofDays(7));

    private final MomentWorld world = new MomentWorld();

    private void isNotInterested(RelationshipId friend) {
        world.relationships.silence(BRAND, friend, new Silence(1, WEEK));
    }

    private void optsOut(long customer) {
        world.wishes.optOut(BRAND, new OptOut(new CustomerId(customer), "MOMENTS", "CUSTOMER", START));
    }

    private Task posted() {
        world.planned(BY_HAND);
        world.run();
        return world.tasks.all(BRAND).getLast();
    }

    private List<LeftOut> of(Task task) {
        return world.leftOut.ofTask(boss(), task.publicId(), 0, 50).orElseThrow();
    }

    @Test
    void namesThemInTheHintAndListsThemWithTheTask() {
        isNotInterested(world.friend(31));
        world.friend(32);
        optsOut(32);
        world.blacklistedFriend(33);

        var task = posted();

        assertThat(Objects.requireNonNull(task.work().hint()))
                .contains("排除 3 位客户：", "（不感兴趣）", "（已退订）", "（黑名单）")
                .doesNotContain("完整名单");
        assertThat(of(task))
                .extracting(LeftOut::why, LeftOut::until)
                .containsExactly(
                        tuple(Why.NOT_INTERESTED, WEEK), tuple(Why.OPTED_OUT, null), tuple(Why.BLACKLISTED, null));
    }

    @Test
    void aHintNamesTheFirstFewAndTheListHasAllInPages() {
        LongStream.rangeClosed(31, 49).forEach(customer -> isNotInterested(world.friend(customer)));

        var task = posted();

        assertThat(Objects.requireNonNull(task.work().hint())).contains("排除 19 位客户：", "left-out");
        assertThat(task.work().hint().split("（不感兴趣）", -1)).hasSize(6);
        var first = world.leftOut.ofTask(boss(), task.publicId(), 0, 10).orElseThrow();
        var rest = world.leftOut
                .ofTask(boss(), task.publicId(), first.getLast().number(), 10)
                .orElseThrow();
        assertThat(first).hasSize(10);
        assertThat(rest).hasSize(9).doesNotContainAnyElementsOf(first);
    }

    @Test
    void isTheSameOfThePostAndOfWhoeverSeesTheAccountOnly() {
        isNotInterested(world.friend(31));
        MomentPlan plan = world.planned(BY_HAND);
        world.run();
        PublicId post = world.post(plan).publicId();
        var task = world.tasks.all(BRAND).getLast();

        assertThat(world.leftOut.ofPost(boss(), plan.publicId(), post, 0, 9))
                .isEqualTo(Optional.of(of(task)))
                .get()
                .satisfies(some -> assertThat(some).hasSize(1));
        var elsewhere = caller(new DataScope.OneDepartment(new DepartmentId(1)));
        assertThat(world.leftOut.ofPost(elsewhere, plan.publicId(), post, 0, 9)).isEmpty();
        assertThat(world.leftOut.ofTask(elsewhere, task.publicId(), 0, 9)).isEmpty();
    }

    @Test
    void withNobodyToLeaveOutThereIsNothingToMind() {
        var task = posted();

        assertThat(task.work().hint() == null ? "" : task.work().hint()).doesNotContain("排除");
        assertThat(of(task)).isEmpty();
    }
}
