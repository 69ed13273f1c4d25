package cn.siyu.application.community;

import static cn.siyu.application.community.MomentWorld.ADA;
import static cn.siyu.application.community.MomentWorld.BRAND;
import static cn.siyu.application.community.MomentWorld.BY_HAND;
import static cn.siyu.application.community.MomentWorld.START;
import static cn.siyu.application.community.MomentWorld.boss;
import static cn.siyu.application.community.MomentWorld.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.channel.port.InMemoryFarSide.Fault;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.community.PlanMoment.Part;
import cn.siyu.application.community.ReportReactions.Kind;
import cn.siyu.application.community.ReportReactions.Reaction;
import cn.siyu.application.customer.port.Relationships.Silence;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishMomentsTest {
    private static final RelationshipId OF_ADA = new RelationshipId(20);

    private final MomentWorld world = new MomentWorld();

    private String moment(MomentPlan plan) {
        return Objects.requireNonNull(world.post(plan).progress().momentId());
    }

    private Task task() {
        return world.tasks.page(BRAND, Tasks.Filter.ANY, null, 9).getFirst();
    }

    private void done(EndTask.How how) {
        world.endTask.handle(new EndTask.Command(boss(), task().publicId(), how));
    }

    @Test
    void asksThePlatformOnceAndFollowsItToTheLikes() {
        var plan = world.planned(ADA);
        assertThat(world.post(plan).state()).isEqualTo(State.PLANNED);
        world.run();
        assertThat(world.post(plan).state()).isEqualTo(State.PREPARING);
        world.pass(Duration.ofMinutes(5));
        assertThat(world.post(plan).state()).isEqualTo(State.AWAITING);

        world.farSide.staffPublishes(moment(plan), "ada");
        world.pass(Duration.ofHours(1));
        assertThat(world.post(plan).state()).isEqualTo(State.PUBLISHED);
        world.farSide.contactLikes(moment(plan), "ada", world.contact);
        world.pass(Duration.ofDays(2));

        assertThat(world.post(plan).progress().likes()).isEqualTo(1);
        assertThat(world.interactions.all(BRAND)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(InteractionKind.LIKE);
            assertThat(one.touchpoint()).isEqualTo("MOMENTS");
            assertThat(one.relationship()).isEqualTo(OF_ADA);
        });
        world.pass(Duration.ofDays(30));
        assertThat(world.publish.nextDueAt(BRAND)).isEmpty();
        assertThat(world.interactions.all(BRAND)).hasSize(1);
    }

    @Test
    void stopsWhatNobodyPostedInTime() {
        var plan = world.planned(ADA);
        world.pass(Duration.ofDays(3));

        assertThat(world.post(plan).state()).isEqualTo(State.EXPIRED);
        assertThat(world.post(plan).reason()).isEqualTo("NOT_CONFIRMED");
        world.farSide.staffPublishes(moment(plan), "ada");
        assertThat(world.publish.nextDueAt(BRAND)).isEmpty();
    }

    @Test
    void waitsWhenThePlatformSaysNotNowAndGivesUpWhenItSaysNever() {
        world.farSide.failNext(new Fault.Refused(NotDoneReason.THROTTLED));
        var plan = world.planned(ADA);
        world.run();
        assertThat(world.post(plan).state()).isEqualTo(State.PLANNED);
        assertThat(world.post(plan).reason()).isEqualTo("THROTTLED");
        world.pass(Duration.ofMinutes(10));
        assertThat(world.post(plan).state()).isEqualTo(State.AWAITING);

        world.farSide.failNext(new Fault.Refused(NotDoneReason.FORBIDDEN));
        var never = world.planned(ADA);
        world.run();
        assertThat(world.post(never).state()).isEqualTo(State.FAILED);
        assertThat(world.post(never).reason()).isEqualTo("FORBIDDEN");
    }

    @Test
    void neverAsksAgainWhatItHeardNoAnswerTo() {
        world.farSide.failNext(new Fault.AnswerLost());
        var plan = world.planned(ADA);
        world.pass(Duration.ofDays(9));

        assertThat(world.post(plan).state()).isEqualTo(State.UNKNOWN);
        var id = world.post(plan).publicId();
        var seen = new SettleMomentPost.Command(boss(), plan.publicId(), id, true);
        assertThat(world.settle.handle(seen)).isInstanceOf(SettleMomentPost.Outcome.Settled.class);
        assertThat(world.post(plan).state()).isEqualTo(State.PUBLISHED);
        assertThat(world.settle.handle(seen)).isEqualTo(new SettleMomentPost.Outcome.Known(State.PUBLISHED));
    }

    @Test
    void leavesAPostWhoseCallerWasKilledToAPerson() {
        var plan = world.planned(ADA);
        world.plans.replacePosts(BRAND, List.of(world.post(plan).calling(world.machine, START)));
        world.run();
        assertThat(world.post(plan).state()).isEqualTo(State.CALLING);

        world.machine = world.machine.plusSeconds(61);
        world.run();
        assertThat(world.post(plan).state()).isEqualTo(State.UNKNOWN);
        assertThat(world.post(plan).reason()).isEqualTo("CALLER_GONE");
    }

    @Test
    void givesAPersonATaskWhereTheChannelIsWorkedByHand() {
        var plan = world.planned(BY_HAND);
        world.run();

        assertThat(world.post(plan).state()).isEqualTo(State.AWAITING);
        assertThat(task().kind()).isEqualTo("MOMENT");
        assertThat(task().staff()).isEqualTo(new StaffId(7));
        assertThat(task().script()).contains("新品上市，小22为您推荐");
        done(new EndTask.How.Done(null));
        assertThat(world.post(plan).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void bringsASkippedTaskBackToItsPost() {
        var plan = world.planned(BY_HAND);
        world.run();
        done(new EndTask.How.Skipped("账号登录不上"));

        assertThat(world.post(plan).state()).isEqualTo(State.FAILED);
        assertThat(world.post(plan).reason()).isEqualTo("SKIPPED");
    }

    @Test
    void plansNoMoreADayThanThePolicyAllows() {
        for (int i = 0; i < 3; i++) {
            assertThat(world.post(world.planned(BY_HAND)).state()).isEqualTo(State.PLANNED);
        }
        var fourth = world.planned(BY_HAND, ADA);

        assertThat(world.posts(fourth))
                .extracting(MomentPost::reason)
                .containsExactlyInAnyOrder("MOMENTS_PER_ACCOUNT", null);
        var tomorrow = ((PlanMoment.Outcome.Planned) world.wish(START.plus(Duration.ofDays(1)), BY_HAND)).plan();
        assertThat(world.post(tomorrow).state()).isEqualTo(State.PLANNED);
    }

    @Test
    void leavesOutWhoSaidNotInterestedAndWhoOptedOut() {
        world.relationships.silence(BRAND, OF_ADA, new Silence(1, START.plus(Duration.ofDays(7))));
        var now = world.planned(ADA);
        assertThat(world.post(now).reason()).isEqualTo("NO_AUDIENCE");
        assertThat(world.post(now).audience()).isEqualTo(new Audience(0, 1, 0));

        var later = ((PlanMoment.Outcome.Planned) world.wish(START.plus(Duration.ofDays(7)), ADA)).plan();
        assertThat(world.post(later).audience()).isEqualTo(new Audience(1, 0, 0));

        world.wishes.optOut(BRAND, new OptOut(new CustomerId(7), "MOMENTS", "CUSTOMER", START));
        world.pass(Duration.ofDays(8));
        assertThat(world.post(later).state()).isEqualTo(State.REFUSED);
        assertThat(world.post(later).audience()).isEqualTo(new Audience(0, 0, 1));
    }

    @Test
    void takesInWhatAnOperatorSawAndSilencesLongerEachTime() {
        var plan = world.planned(BY_HAND);
        world.run();
        var post = world.post(plan).publicId();
        var friend = PublicId.of(START, 23, 23);
        assertThat(report(plan, post, friend, Kind.LIKED, null))
                .isEqualTo(new ReportReactions.Outcome.NotPosted(State.AWAITING));
        done(new EndTask.How.Done(null));

        assertThat(report(plan, post, friend, Kind.LIKED, null))
                .isInstanceOfSatisfying(
                        ReportReactions.Outcome.Taken.class,
                        taken -> assertThat(taken.fresh()).isEqualTo(1));
        assertThat(report(plan, post, friend, Kind.LIKED, null))
                .isInstanceOfSatisfying(
                        ReportReactions.Outcome.Taken.class,
                        taken -> assertThat(taken.fresh()).isZero());
        assertThat(world.post(plan).progress().likes()).isEqualTo(1);
        report(plan, post, friend, Kind.NOT_INTERESTED, START);
        assertThat(silence()).isEqualTo(new Silence(1, START.plus(Duration.ofDays(7))));
        assertThat(world.read.silenced(boss(), null, 0, 9)).singleElement().satisfies(one -> {
            assertThat(one.times()).isEqualTo(1);
            assertThat(one.until()).isEqualTo(START.plus(Duration.ofDays(7)));
        });
        assertThat(report(plan, post, PublicId.of(START, 20, 20), Kind.LIKED, null))
                .isEqualTo(new ReportReactions.Outcome.UnknownRelationship(0));
        assertThat(report(plan, post, friend, Kind.COMMENTED, START.plusSeconds(99)))
                .isEqualTo(new ReportReactions.Outcome.InTheFuture(0, START));
    }

    private Silence silence() {
        var id = new RelationshipId(23);
        return world.relationships.silences(BRAND, List.of(id)).getOrDefault(id, Silence.NONE);
    }

    private ReportReactions.Outcome report(
            MomentPlan plan, PublicId post, PublicId relationship, Kind kind, @Nullable Instant at) {
        return world.report.handle(new ReportReactions.Command(
                boss(), plan.publicId(), post, List.of(new Reaction(relationship, kind, at))));
    }

    @Test
    void callsAPlanOffUntilItIsHandedOut() {
        var plan = ((PlanMoment.Outcome.Planned) world.wish(START.plusSeconds(60), ADA)).plan();
        assertThat(world.cancel.handle(boss(), plan.publicId())).isInstanceOf(CancelMoment.Outcome.Cancelled.class);
        assertThat(world.cancel.handle(boss(), plan.publicId())).isInstanceOf(CancelMoment.Outcome.Cancelled.class);
        world.pass(Duration.ofDays(1));
        assertThat(world.post(plan).state()).isEqualTo(State.CANCELLED);

        var late = world.planned(ADA);
        world.run();
        assertThat(world.cancel.handle(boss(), late.publicId())).isEqualTo(new CancelMoment.Outcome.UnderWay());
    }

    @Test
    void isCalledOffByThoseWhoSeeAllItsAccountsOnly() {
        var plan = ((PlanMoment.Outcome.Planned) world.wish(START.plusSeconds(60), ADA, BY_HAND)).plan();
        var shop = caller(new DataScope.OneDepartment(new DepartmentId(1)));

        assertThatThrownBy(() -> world.cancel.handle(shop, plan.publicId())).isInstanceOf(WholeBrand.PartOnly.class);
        assertThat(world.cancel.handle(boss(), plan.publicId())).isInstanceOf(CancelMoment.Outcome.Cancelled.class);
    }

    @Test
    void refusesWhatCannotBePosted() {
        var personal = world.materials.page(BRAND, false, 1, 1).getFirst();
        assertThat(world.plan.handle(
                        new PlanMoment.Command(boss(), personal.publicId(), List.of(ADA), List.of(), null, null)))
                .isInstanceOf(PlanMoment.Outcome.Personal.class);
        assertThat(world.wish(START.minusSeconds(1), ADA))
                .isEqualTo(new PlanMoment.Outcome.TooLate(Part.PUBLISH_AT, START));
        assertThat(world.wish(null, ADA, PublicId.of(START, 99, 99)))
                .isEqualTo(new PlanMoment.Outcome.Unknown(Part.ACCOUNT, 1));
        assertThat(world.plan.handle(new PlanMoment.Command(
                        caller(new DataScope.Own(new StaffId(99))),
                        world.material().publicId(),
                        List.of(ADA),
                        List.of(),
                        null,
                        null)))
                .isEqualTo(new PlanMoment.Outcome.Unknown(Part.ACCOUNT, 0));
    }
}
