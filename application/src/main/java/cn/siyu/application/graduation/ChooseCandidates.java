package cn.siyu.application.graduation;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.application.graduation.port.Fits.Ranked;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks once a day who fits each program that runs, draws the arms, and chooses as many as its
/// accounts have room for. Those held out stand in the same list and take no room, so that both
/// arms are equally good. Nobody is drawn once the room is full: whoever was drawn and left for
/// tomorrow would be of one arm only, and the arms would drift from what was planned.
///
/// One program a transaction; killed in between, it is still due.
public final class ChooseCandidates {
    /// No look chooses more.
    static final int MOST = 2_000;

    private static final Duration DAILY = Duration.ofDays(1);

    private final Programs programs;
    private final Candidates candidates;
    private final Fits fits;
    private final RankFits rank;
    private final Rooms rooms;
    private final ChannelAccounts accounts;
    private final GraduationPolicies policies;
    private final IdSource ids;
    private final UnitOfWork work;

    public ChooseCandidates(
            Programs programs,
            Candidates candidates,
            Fits fits,
            RankFits rank,
            Rooms rooms,
            ChannelAccounts accounts,
            GraduationPolicies policies,
            IdSource ids,
            UnitOfWork work) {
        this.programs = programs;
        this.candidates = candidates;
        this.fits = fits;
        this.rank = rank;
        this.rooms = rooms;
        this.accounts = accounts;
        this.policies = policies;
        this.ids = ids;
        this.work = work;
    }

    /// Looks at programs that are due.
    ///
    /// @return how many were looked at
    public int runDue(BrandId brand, Instant now, int atMost) {
        int looked = 0;
        while (looked < atMost && work.inTransaction(() -> look(brand, now))) {
            looked++;
        }
        return looked;
    }

    /// When the next one is looked at.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return programs.nextLookAt(brand);
    }

    private boolean look(BrandId brand, Instant now) {
        var due = programs.takeLook(brand, now);
        due.ifPresent(program -> {
            choose(brand, program, now);
            programs.keepLook(brand, program.id(), now.plus(DAILY));
        });
        return due.isPresent();
    }

    private void choose(BrandId brand, Program program, Instant now) {
        var policy = policies.inForce(brand, now).values();
        var free = new LinkedHashMap<>(rooms.of(
                brand,
                accounts.findAll(brand, new HashSet<>(program.accounts())).stream()
                        .sorted(Comparator.comparingLong(each -> each.id().value()))
                        .toList(),
                policy.graduate().roomDays(),
                now));
        long room = free.values().stream().mapToLong(Integer::longValue).sum();
        if (room == 0) {
            return;
        }
        var search = rank.search(
                brand, program.kind(), policy, program.audience(), program.id(), new Sight.Everything(), now);
        var chosen = new ArrayList<Candidate>();
        for (Ranked each : fits.ranked(brand, search, wanted(program, room))) {
            var account = roomiest(free);
            if (account == null) {
                break;
            }
            var next = next(program, each, account, now);
            if (next.arm() == Arm.TREATED) {
                free.merge(account, -1, Integer::sum);
            }
            chosen.add(next);
        }
        candidates.add(brand, chosen);
    }

    /// Enough for those held out on top.
    private static int wanted(Program program, long room) {
        double invited = 1 - (double) program.holdout().buckets() / Assignment.BUCKETS;
        return (int) Math.min(MOST, Math.ceil((room + 10) / Math.max(.01, invited)));
    }

    /// The next one, led to an account unless it is held out.
    private Candidate next(Program program, Ranked each, ChannelAccountId account, Instant now) {
        Arm arm = Assignment.arm(program.publicId().toString(), each.publicId().toString(), program.holdout());
        return candidate(program, each, arm, arm == Arm.CONTROL ? null : account, now);
    }

    private static @Nullable ChannelAccountId roomiest(Map<ChannelAccountId, Integer> free) {
        ChannelAccountId best = null;
        int most = 0;
        for (var each : free.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best;
    }

    private Candidate candidate(
            Program program, Ranked each, Arm arm, @Nullable ChannelAccountId account, Instant now) {
        long id = ids.next();
        var publicId = ids.publicId(id, now);
        boolean treated = arm == Arm.TREATED;
        Double social = each.facts().social();
        return new Candidate(
                new CandidateId(id),
                publicId,
                program.id(),
                each.customer(),
                arm,
                new Candidate.Before(each.facts().valueMinor(), social == null ? 0 : social),
                account,
                treated ? Tokens.of(publicId) : null,
                treated ? Candidate.State.CHOSEN : Candidate.State.HELD_OUT,
                null,
                Candidate.Invitation.NONE,
                null,
                treated ? now : null,
                1,
                now,
                now);
    }
}
