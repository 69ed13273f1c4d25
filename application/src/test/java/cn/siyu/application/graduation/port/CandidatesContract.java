package cn.siyu.application.graduation.port;

import static cn.siyu.application.graduation.port.GraduationFixtures.BRAND;
import static cn.siyu.application.graduation.port.GraduationFixtures.NOW;
import static cn.siyu.application.graduation.port.GraduationFixtures.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Candidate.State;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.graduation.Tokens;
import cn.siyu.domain.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Candidates] does, for customers 11 to 13.
public interface CandidatesContract {
    /// Without candidates, with the customers.
    Candidates candidates();

    UnitOfWork work();

    private List<Candidate> due(Candidates candidates, Instant at) {
        return work().inTransaction(() -> candidates.takeDue(BRAND, at, 10));
    }

    @Test
    default void takesACustomerIntoAProgramOnce() {
        var candidates = candidates();
        assertThat(candidates.add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED), candidate(2, 2, 12, Arm.CONTROL))))
                .containsExactlyInAnyOrder(new CandidateId(1), new CandidateId(2));
        assertThat(candidates.add(BRAND, List.of(candidate(3, 2, 11, Arm.TREATED), candidate(4, 3, 11, Arm.CONTROL))))
                .containsExactly(new CandidateId(4));
        assertThat(candidates.tally(BRAND, new ProgramId(2))).isEqualTo(new ProgramResult.Tally(1, 0, 0, 0, 0, 0, 1));
    }

    @Test
    default void countsAsInvitedWhoeverWasWhateverCameOfIt() {
        var candidates = candidates();
        var accepted = candidate(1, 2, 11, Arm.TREATED);
        var optedOut = candidate(2, 2, 12, Arm.TREATED);
        var refused = candidate(3, 2, 13, Arm.TREATED);
        candidates.add(BRAND, List.of(accepted, optedOut, refused, candidate(4, 9, 11, Arm.TREATED)));
        var how = new Candidate.Invitation(new SendId(7), new TaskId(8), NOW, NOW.plusSeconds(600));
        candidates.replace(
                BRAND,
                List.of(accepted.invited(how, NOW), optedOut.invited(how, NOW), refused.refused("GAP", null, NOW)));
        candidates.replace(
                BRAND,
                List.of(
                        accepted.invited(how, NOW).accepted(new RelationshipId(9), NOW, NOW),
                        optedOut.invited(how, NOW).stopped("OPTED_OUT", NOW)));

        assertThat(candidates.tally(BRAND, new ProgramId(2))).isEqualTo(new ProgramResult.Tally(3, 2, 0, 1, 0, 1, 0));
    }

    @Test
    default void letsThoseWhoAreChosenFallDue() {
        var candidates = candidates();
        candidates.add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED), candidate(2, 2, 12, Arm.CONTROL)));
        assertThat(candidates.nextDueAt(BRAND)).contains(NOW);
        assertThat(candidates.nextDueAt(new BrandId(2))).isEmpty();
        assertThat(due(candidates, NOW.minusSeconds(1))).isEmpty();
        assertThat(due(candidates, NOW)).containsExactly(candidate(1, 2, 11, Arm.TREATED));
    }

    @Test
    default void keepsWhatBecameOfThem() {
        var candidates = candidates();
        var one = candidate(1, 2, 11, Arm.TREATED);
        candidates.add(BRAND, List.of(one));
        var invited =
                one.invited(new Candidate.Invitation(new SendId(7), new TaskId(8), NOW, NOW.plusSeconds(600)), NOW);
        candidates.replace(BRAND, List.of(invited));
        assertThat(due(candidates, NOW.plusSeconds(600))).containsExactly(invited);
        assertThat(candidates.openOn(BRAND, Set.of(new ChannelAccountId(5), new ChannelAccountId(6))))
                .isEqualTo(Map.of(new ChannelAccountId(5), 1));
        var accepted = invited.accepted(new RelationshipId(9), NOW.plusSeconds(700), NOW.plusSeconds(700));
        candidates.replace(BRAND, List.of(accepted));

        assertThat(candidates.byToken(BRAND, Tokens.of(one.publicId()))).contains(accepted);
        assertThat(candidates.byToken(BRAND, "NOBODY00")).isEmpty();
        assertThat(candidates.nextDueAt(BRAND)).isEmpty();
        assertThatThrownBy(() -> candidates.replace(BRAND, List.of(accepted))).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void letsThoseFallDueToWhomSomethingHappened() {
        var candidates = candidates();
        candidates.add(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED), candidate(2, 2, 12, Arm.CONTROL)));
        candidates.replace(BRAND, List.of(candidate(1, 2, 11, Arm.TREATED).waiting(null, NOW)));
        assertThat(candidates.nextDueAt(BRAND)).isEmpty();
        candidates.touch(BRAND, List.of(new CustomerId(12), new CustomerId(13)), NOW);
        assertThat(candidates.nextDueAt(BRAND))
                .as("nobody held out is looked at")
                .isEmpty();
        candidates.touch(BRAND, List.of(new CustomerId(11)), NOW);
        assertThat(candidates.nextDueAt(BRAND)).contains(NOW);
        candidates.awaken(BRAND, new ProgramId(2), NOW.plusSeconds(9));
        assertThat(candidates.nextDueAt(BRAND)).contains(NOW.plusSeconds(9));
    }

    @Test
    default void listsThemByProgramAndState() {
        var candidates = candidates();
        candidates.add(
                BRAND,
                List.of(
                        candidate(1, 2, 11, Arm.TREATED),
                        candidate(2, 2, 12, Arm.CONTROL),
                        candidate(3, 9, 13, Arm.TREATED)));
        var everything = new Sight.Everything();
        assertThat(candidates.page(BRAND, new ProgramId(2), null, everything, 0, 10))
                .extracting(each -> each.candidate().id().value())
                .containsExactly(1L, 2L);
        assertThat(candidates.page(BRAND, new ProgramId(2), State.HELD_OUT, everything, 0, 10))
                .extracting(each -> each.customer())
                .containsExactly(GraduationFixtures.publicId(12));
        assertThat(candidates.page(BRAND, new ProgramId(2), null, everything, 1, 10))
                .hasSize(1);
    }
}
