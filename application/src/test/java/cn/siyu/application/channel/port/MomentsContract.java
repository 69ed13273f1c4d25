package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Moments] does.
public interface MomentsContract {
    FurtherWorld world();

    private static String posted(FurtherWorld world) {
        var moments = world.connection().moments().orElseThrow();
        var job = value(moments.create(
                new Moments.Task("t", "上新", List.of(), Set.of(world.staff(), world.otherStaff()), Set.of())));
        world.pass(Duration.ofMinutes(10));
        var prepared = value(moments.prepared(job));
        assertThat(prepared.finished()).isTrue();
        assertThat(prepared.refusal()).isNull();
        return Objects.requireNonNull(prepared.momentId());
    }

    @Test
    default void isPublishedByEachMember() {
        var world = world();
        world.customerAdds(world.staff());
        world.customerAdds(world.otherStaff());
        var moments = world.connection().moments().orElseThrow();
        var moment = posted(world);
        assertThat(Pages.all(cursor -> moments.staffPosts(moment, cursor)))
                .containsExactlyInAnyOrder(
                        new Moments.StaffPost(world.staff(), false), new Moments.StaffPost(world.otherStaff(), false));

        world.staffPublishes(moment, world.staff());

        assertThat(Pages.all(cursor -> moments.staffPosts(moment, cursor)))
                .contains(new Moments.StaffPost(world.staff(), true), new Moments.StaffPost(world.otherStaff(), false));
    }

    @Test
    default void tellsWhoLikedIt() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        world.customerAdds(world.otherStaff());
        var moments = world.connection().moments().orElseThrow();
        var moment = posted(world);
        assertThat(reason(moments.echo(moment, world.staff()))).isEqualTo(NotDoneReason.INVALID);
        world.staffPublishes(moment, world.staff());
        assertThat(value(moments.echo(moment, world.staff())).likes()).isEmpty();

        world.contactLikes(moment, world.staff(), contact);

        assertThat(value(moments.echo(moment, world.staff())).likes())
                .singleElement()
                .satisfies(like -> {
                    assertThat(like.who()).isEqualTo(contact);
                    assertThat(like.byStaff()).isFalse();
                });
    }

    @Test
    default void isStoppedWhereItIsNotPublished() {
        var world = world();
        world.customerAdds(world.staff());
        world.customerAdds(world.otherStaff());
        var moments = world.connection().moments().orElseThrow();
        var moment = posted(world);
        value(moments.cancel(moment));
        assertThat(Pages.all(cursor -> moments.staffPosts(moment, cursor))).noneMatch(Moments.StaffPost::published);
    }

    @Test
    default void refusesATextAboveItsLimitAndWhatIsNone() {
        var world = world();
        var moments = world.connection().moments().orElseThrow();
        var tooLong = new Moments.Task("t", "好".repeat(2001), List.of(), Set.of(world.staff()), Set.of());
        assertThat(reason(moments.create(tooLong))).isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(moments.cancel("momNoMomentOfThisName"))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(moments.prepared("no-job-of-this-name"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
