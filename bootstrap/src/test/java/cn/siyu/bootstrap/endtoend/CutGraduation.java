package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.KillPoints;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.graduation.AcceptInvitation;
import cn.siyu.application.graduation.AdvanceCandidates;
import cn.siyu.application.graduation.ChooseCandidates;
import cn.siyu.application.graduation.FollowCandidates;
import cn.siyu.application.graduation.GraduationPolicies;
import cn.siyu.application.graduation.InviteCandidates;
import cn.siyu.application.graduation.MeasureProgram;
import cn.siyu.application.graduation.RankFits;
import cn.siyu.application.graduation.Rooms;
import cn.siyu.application.graduation.SwitchProgram;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.application.intake.Reactions;
import cn.siyu.bootstrap.RunningProduct;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The steps of graduation over the product's own database, each cut off before its transaction,
/// before its commit and after it.
final class CutGraduation {
    private static final int POINTS = 3;

    private final RunningProduct product;
    private final BrandId brand;
    private final PublicId program;
    private final Caller caller;

    CutGraduation(RunningProduct product, BrandId brand, PublicId program) {
        this.product = product;
        this.brand = brand;
        this.program = program;
        this.caller = new Caller(brand, program, Set.of(), new DataScope.WholeBrand());
    }

    /// Chosen, invited, one of three accepts, one lets it expire, the program ends.
    void life() {
        cut(this::choose, "CHOSEN 3");
        cut(this::advance, "INVITED 3");
        assertThat(tasks()).isEqualTo(3);
        String token = product.rows(
                        "SELECT token FROM graduation_candidate WHERE brand = " + brand.value() + " ORDER BY id",
                        row -> row.text("token"))
                .getFirst();
        cut(work -> accept(work, token), "INVITED 3");
        cut(this::advance, "ACCEPTED 1, INVITED 2");
        product.change(
                "UPDATE graduation_candidate SET due_at = chosen_at, expires_at = chosen_at WHERE brand = ?"
                        + " AND id = (SELECT MAX(id) FROM graduation_candidate WHERE brand = ?)",
                brand,
                brand);
        cut(this::advance, "ACCEPTED 1, EXPIRED 1, INVITED 1");
        cut(this::end, "ACCEPTED 1, EXPIRED 1, INVITED 1");
        assertThat(tasks()).as("nobody was asked twice").isEqualTo(3);
        assertThat(count("carry_edge")).as("trust went along once").isEqualTo(1);
        assertThat(count("graduation_result")).isEqualTo(1);
    }

    private void cut(Consumer<UnitOfWork> step, String states) {
        var real = product.part(UnitOfWork.class);
        var before = seen();
        for (int point = 1; point <= POINTS; point++) {
            var kill = KillPoints.at(point);
            assertThatThrownBy(() -> step.accept(kill.over(real)))
                    .as("dies at point " + point)
                    .isInstanceOf(KillPoints.Killed.class);
            if (point < POINTS) {
                assertThat(seen())
                        .as("nothing is kept of what died at point " + point)
                        .isEqualTo(before);
            }
        }
        var after = seen();
        assertThat(after).isNotEqualTo(before);
        assertThat(after.getFirst()).isEqualTo(states);
        step.accept(real);
        assertThat(seen()).as("done again, nothing happens twice").isEqualTo(after);
    }

    private void choose(UnitOfWork work) {
        new ChooseCandidates(
                        part(Programs.class),
                        part(Candidates.class),
                        part(Fits.class),
                        part(RankFits.class),
                        part(Rooms.class),
                        part(ChannelAccounts.class),
                        part(GraduationPolicies.class),
                        part(IdSource.class),
                        work)
                .runDue(brand, part(BrandClock.class).now(brand), 1);
    }

    private void advance(UnitOfWork work) {
        new AdvanceCandidates(
                        part(Candidates.class),
                        part(Programs.class),
                        part(InviteCandidates.class),
                        part(FollowCandidates.class),
                        work)
                .runDue(brand, part(BrandClock.class).now(brand), 10);
    }

    private void accept(UnitOfWork work, String token) {
        var outcome = new AcceptInvitation(
                        part(Candidates.class),
                        part(ChannelAccounts.class),
                        part(Identities.class),
                        part(Persons.class),
                        part(Relationships.class),
                        part(AddFriendByHand.class),
                        part(Reactions.class),
                        part(ResolveSight.class),
                        work,
                        part(BrandClock.class))
                .handle(new AcceptInvitation.Command(caller, token, "back-again", null));
        assertThat(outcome).isInstanceOf(AcceptInvitation.Outcome.TakenIn.class);
    }

    private void end(UnitOfWork work) {
        new SwitchProgram(
                        part(Programs.class),
                        part(Candidates.class),
                        part(ProgramResults.class),
                        part(MeasureProgram.class),
                        work,
                        part(BrandClock.class))
                .handle(new SwitchProgram.Command(caller, program, Program.State.ENDED, null));
    }

    private <T> T part(Class<T> type) {
        return product.part(type);
    }

    /// Where candidates stand, and everything else that a step may leave.
    private List<String> seen() {
        var states = product.rows(
                "SELECT state, COUNT(*) AS n FROM graduation_candidate WHERE brand = " + brand.value()
                        + " GROUP BY state ORDER BY state",
                row -> row.text("state") + " " + row.number("n"));
        var adds = product.rows(
                "SELECT COALESCE(SUM(adds), 0) AS n FROM account_day WHERE brand = " + brand.value(),
                row -> "adds " + row.number("n"));
        return List.of(
                String.join(", ", states),
                adds.getFirst(),
                "open tasks " + open(),
                "relationships " + count("relationship"),
                "carried " + count("carry_edge"),
                "results " + count("graduation_result"),
                "looks "
                        + product.rows(
                                "SELECT COUNT(look_at) AS n FROM graduation_program WHERE brand = " + brand.value()
                                        + " AND look_at > started_at",
                                row -> row.number("n")));
    }

    private long tasks() {
        return product.rows(
                        "SELECT COUNT(*) AS n FROM task WHERE brand = " + brand.value() + " AND why = 'WIN_BACK'",
                        row -> row.number("n"))
                .getFirst();
    }

    private long open() {
        return product.rows(
                        "SELECT COUNT(*) AS n FROM task WHERE brand = " + brand.value() + " AND state = 'OPEN'",
                        row -> row.number("n"))
                .getFirst();
    }

    private long count(String table) {
        return product.rows(
                        "SELECT COUNT(*) AS n FROM " + table + " WHERE brand = " + brand.value(),
                        row -> row.number("n"))
                .getFirst();
    }
}
