package cn.siyu.application.community.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPlanId;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.community.MomentPost.Progress;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.community.MomentPostId;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.customer.TagId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [MomentPlans] does.
public interface MomentPlansContract {
    BrandId BRAND = new BrandId(1);
    Instant NOON = Instant.parse("2026-03-01T04:00:00.123Z");
    Sight EVERYTHING = new Sight.Everything();

    /// No plans, and the accounts 21 and 22 of [#account].
    MomentPlans plans();

    /// An account: 21 of person 6 in department 1, 22 of person 7 in department 2.
    static ChannelAccount account(long id) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                PublicId.of(NOON, id, id),
                "WECOM",
                "main",
                "user" + id,
                "小" + id,
                new StaffId(id - 15),
                new DepartmentId(id - 20),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOON,
                NOON);
    }

    private static MomentPlan plan(long id, Set<TagId> visibleTo) {
        return new MomentPlan(
                new MomentPlanId(id),
                PublicId.of(NOON, id, id),
                new MaterialId(3),
                visibleTo,
                NOON.plusSeconds(60),
                NOON.plusSeconds(600),
                null,
                1,
                NOON,
                NOON);
    }

    private static MomentPost post(long id, long plan, long account, State state, Instant at) {
        return new MomentPost(
                new MomentPostId(id),
                PublicId.of(NOON, id, id),
                new MomentPlanId(plan),
                new ChannelAccountId(account),
                state,
                state == State.REFUSED ? "NO_AUDIENCE" : null,
                at,
                new Audience(5, 2, 1),
                state == State.REFUSED ? Progress.OVER : Progress.due(at),
                1,
                NOON,
                NOON);
    }

    @Test
    default void givesBackPlansAndPostsAsTheyWere() {
        var plans = plans();
        var plan = plan(1, Set.of(new TagId(4), new TagId(5)));
        var post = post(10, 1, 21, State.PLANNED, NOON);
        plans.add(BRAND, plan, List.of(post, post(11, 1, 22, State.REFUSED, NOON)));
        plans.add(BRAND, plan(2, Set.of()), List.of());

        assertThat(plans.byPublicId(BRAND, plan.publicId())).contains(plan);
        assertThat(plans.byPublicId(new BrandId(2), plan.publicId())).isEmpty();
        assertThat(plans.findAll(BRAND, Set.of(plan.id(), new MomentPlanId(99))))
                .containsExactly(plan);
        assertThat(plans.page(BRAND, 0, 9)).extracting(one -> one.id().value()).containsExactly(1L, 2L);
        assertThat(plans.page(BRAND, 1, 9)).hasSize(1);
        assertThat(plans.post(BRAND, plan.id(), EVERYTHING, post.publicId())).contains(post);
        assertThat(plans.post(BRAND, new MomentPlanId(2), EVERYTHING, post.publicId()))
                .isEmpty();
    }

    @Test
    default void showsPostsOfAccountsThatAreSeenOnly() {
        var plans = plans();
        plans.add(
                BRAND,
                plan(1, Set.of()),
                List.of(post(10, 1, 21, State.PLANNED, NOON), post(11, 1, 22, State.REFUSED, NOON)));
        var plan = new MomentPlanId(1);
        var one = new Sight.OfOnePerson(new StaffId(6), new DepartmentId(1));

        assertThat(plans.posts(BRAND, plan, EVERYTHING, 0, 9)).hasSize(2);
        assertThat(plans.posts(BRAND, plan, EVERYTHING, 10, 9)).hasSize(1);
        assertThat(plans.posts(BRAND, plan, one, 0, 9))
                .extracting(post -> post.id().value())
                .containsExactly(10L);
        assertThat(plans.counts(BRAND, List.of(plan), EVERYTHING))
                .isEqualTo(Map.of(plan, Map.of(State.PLANNED, 1, State.REFUSED, 1)));
        assertThat(plans.counts(BRAND, List.of(plan), new Sight.InDepartments(Set.of(new DepartmentId(2)))))
                .isEqualTo(Map.of(plan, Map.of(State.REFUSED, 1)));
        assertThat(plans.counts(BRAND, List.of(), EVERYTHING)).isEmpty();
    }

    @Test
    default void findsWhatIsDueInOrder() {
        var plans = plans();
        plans.add(
                BRAND,
                plan(1, Set.of()),
                List.of(
                        post(10, 1, 21, State.PLANNED, NOON.plusSeconds(2)),
                        post(11, 1, 22, State.PLANNED, NOON),
                        post(12, 1, 22, State.REFUSED, NOON)));

        assertThat(plans.nextDueAt(BRAND)).contains(NOON);
        assertThat(plans.due(BRAND, NOON, 9))
                .extracting(post -> post.id().value())
                .containsExactly(11L);
        assertThat(plans.due(BRAND, NOON.plusSeconds(9), 9))
                .extracting(post -> post.id().value())
                .containsExactly(11L, 10L);
        assertThat(plans.due(BRAND, NOON.plusSeconds(9), 1)).hasSize(1);
        assertThat(plans.nextDueAt(new BrandId(2))).isEmpty();
    }

    @Test
    default void keepsTheWholeLifeOfAPost() {
        var plans = plans();
        plans.add(BRAND, plan(1, Set.of()), List.of(post(10, 1, 21, State.PLANNED, NOON)));
        var post = plans.due(BRAND, NOON, 1).getFirst();
        var calling = post.calling(NOON.minusSeconds(5), NOON);
        plans.replacePosts(BRAND, List.of(calling));

        assertThat(plans.abandoned(BRAND, NOON.minusSeconds(5), 9)).isEmpty();
        assertThat(plans.abandoned(BRAND, NOON, 9)).containsExactly(calling);
        assertThat(plans.due(BRAND, NOON.plus(Duration.ofDays(99)), 9)).isEmpty();

        var preparing = calling.preparing("job", NOON.plusSeconds(1), NOON);
        var awaiting = preparing.awaiting("mom", NOON.plusSeconds(2), NOON);
        var out = awaiting.published(NOON, NOON.plusSeconds(3), NOON).looked(null, 7, 2, NOON.plusSeconds(3));
        plans.replacePosts(BRAND, List.of(preparing));
        plans.replacePosts(BRAND, List.of(awaiting));
        plans.replacePosts(BRAND, List.of(awaiting.published(NOON, NOON.plusSeconds(3), NOON)));
        plans.replacePosts(BRAND, List.of(out));

        assertThat(plans.posts(BRAND, post.plan(), EVERYTHING, 0, 9)).containsExactly(out);
        assertThatThrownBy(() -> plans.replacePosts(BRAND, List.of(awaiting))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void findsPostsOfTasks() {
        var plans = plans();
        plans.add(BRAND, plan(1, Set.of()), List.of(post(10, 1, 21, State.PLANNED, NOON)));
        var handed = plans.due(BRAND, NOON, 1).getFirst().handed(new TaskId(70), NOON);
        plans.replacePosts(BRAND, List.of(handed));

        assertThat(plans.ofTasks(BRAND, List.of(new TaskId(70), new TaskId(71))))
                .containsExactly(handed);
        assertThat(plans.ofTasks(new BrandId(2), List.of(new TaskId(70)))).isEmpty();
    }

    @Test
    default void countsWhatTakesAPlaceInAPeriod() {
        var plans = plans();
        plans.add(
                BRAND,
                plan(1, Set.of()),
                List.of(
                        post(10, 1, 21, State.PLANNED, NOON),
                        post(11, 1, 21, State.PUBLISHED, NOON),
                        post(12, 1, 21, State.REFUSED, NOON),
                        post(13, 1, 21, State.PLANNED, NOON.plusSeconds(10)),
                        post(14, 1, 22, State.EXPIRED, NOON)));
        var both = List.of(new ChannelAccountId(21), new ChannelAccountId(22));

        assertThat(plans.taken(BRAND, both, NOON, NOON.plusSeconds(10))).isEqualTo(Map.of(new ChannelAccountId(21), 2));
        assertThat(plans.taken(BRAND, both, NOON, NOON.plusSeconds(11))).isEqualTo(Map.of(new ChannelAccountId(21), 3));
        assertThat(plans.taken(BRAND, List.of(), NOON, NOON.plusSeconds(10))).isEmpty();
    }

    @Test
    default void callsAPlanOffOnce() {
        var plans = plans();
        var plan = plan(1, Set.of());
        plans.add(BRAND, plan, List.of());
        plans.replace(BRAND, plan.cancelled(NOON));

        assertThat(plans.byPublicId(BRAND, plan.publicId())).contains(plan.cancelled(NOON));
        assertThatThrownBy(() -> plans.replace(BRAND, plan.cancelled(NOON))).isInstanceOf(StaleAggregate.class);
    }
}
