package cn.siyu.application.continuity;

import static cn.siyu.application.continuity.ContinuityWorld.ADA;
import static cn.siyu.application.continuity.ContinuityWorld.BOB;
import static cn.siyu.application.continuity.ContinuityWorld.CYD;
import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.continuity.StartInheritance.Mistake;
import cn.siyu.application.continuity.StartInheritance.Outcome;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance.Kind;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a wish comes to before anything is asked for.
class InheritanceWishesTest {
    private final ContinuityWorld world = new ContinuityWorld();

    @Test
    void aPreviewSaysWhoWouldGoWhereAndWritesNothing() {
        world.customers(10);
        world.farSide.groupOf("ada");
        var preview = (Outcome.Previewed) world.start().preview(world.all(Kind.ON_THE_JOB, BOB, CYD));

        assertThat(preview.lines())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line.to()).isNotNull());
        assertThat(preview.groupsKnown()).isTrue();
        assertThat(world.book.all(BRAND)).isEmpty();
    }

    @Test
    void saysAllThatIsWrongWithAWish() {
        var nobody = PublicId.of(Instant.EPOCH, 5, 5);
        var wish = new StartInheritance.Command(
                world.caller(),
                PublicId.of(CustomerWorld.NOW, 1, 1),
                Kind.AFTER_LEAVING,
                ContactWay.Rule.LEAST_LOADED,
                List.of(
                        new StartInheritance.Share(nobody, null),
                        new StartInheritance.Share(ContinuityWorld.publicId(ADA), null)),
                nobody,
                List.of(nobody),
                null,
                "再见");

        assertThat(((Outcome.Wrong) world.start().start(wish)).mistakes())
                .containsExactlyInAnyOrder(
                        new Mistake.MessageAfterLeaving(),
                        new Mistake.TakerUnknown(0),
                        new Mistake.TakerIsGiver(1),
                        new Mistake.DepartmentUnknown(),
                        new Mistake.CustomerUnknown(0));
    }
}
