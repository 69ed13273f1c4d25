package cn.siyu.application.graduation;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Works off candidates that are due: takes in those who came, asked or not, invites the others who
/// were chosen, lets invitations expire. A chunk a transaction, with everything that follows;
/// killed in between, the rest is still due.
public final class AdvanceCandidates {
    private static final int CHUNK = 200;

    private final Candidates candidates;
    private final Programs programs;
    private final InviteCandidates invite;
    private final FollowCandidates follow;
    private final UnitOfWork work;

    public AdvanceCandidates(
            Candidates candidates,
            Programs programs,
            InviteCandidates invite,
            FollowCandidates follow,
            UnitOfWork work) {
        this.candidates = candidates;
        this.programs = programs;
        this.invite = invite;
        this.follow = follow;
        this.work = work;
    }

    /// Works some off, in the order of (due, number).
    ///
    /// @return how many
    public int runDue(BrandId brand, Instant now, int atMost) {
        int done = 0;
        while (done < atMost) {
            int room = Math.min(CHUNK, atMost - done);
            int advanced = work.inTransaction(() -> advance(brand, now, room));
            if (advanced == 0) {
                return done;
            }
            done += advanced;
        }
        return done;
    }

    /// When the next one is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return candidates.nextDueAt(brand);
    }

    private int advance(BrandId brand, Instant now, int room) {
        var due = candidates.takeDue(brand, now, room);
        Map<ProgramId, List<Candidate>> byProgram = due.stream()
                .collect(Collectors.groupingBy(Candidate::program, LinkedHashMap::new, Collectors.toList()));
        Map<ProgramId, Program> known = programs.findAll(brand, byProgram.keySet()).stream()
                .collect(Collectors.toMap(Program::id, Function.identity()));
        var after = new ArrayList<Candidate>();
        byProgram.forEach((id, some) -> {
            var program = Objects.requireNonNull(known.get(id), "a candidate's program is there");
            var chosen = in(some, true);
            var came = follow.arrived(brand, program, chosen, now);
            after.addAll(came);
            after.addAll(invite.invite(brand, program, without(chosen, came), now));
            after.addAll(follow.follow(brand, program, in(some, false), now));
        });
        candidates.replace(brand, after);
        return due.size();
    }

    private static List<Candidate> without(List<Candidate> some, List<Candidate> came) {
        var ids = came.stream().map(Candidate::id).collect(Collectors.toSet());
        return some.stream().filter(each -> !ids.contains(each.id())).toList();
    }

    private static List<Candidate> in(List<Candidate> some, boolean chosen) {
        return some.stream()
                .filter(each -> chosen == (each.state() == Candidate.State.CHOSEN))
                .toList();
    }
}
