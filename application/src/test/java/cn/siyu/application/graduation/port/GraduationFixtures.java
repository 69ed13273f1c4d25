package cn.siyu.application.graduation.port;

import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.Tokens;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Programs and candidates for tests.
public final class GraduationFixtures {
    public static final BrandId BRAND = new BrandId(1);
    public static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private GraduationFixtures() {}

    public static PublicId publicId(long number) {
        return PublicId.of(NOW, number, number);
    }

    /// A draft that leads to account 5, and holds out a fifth.
    public static Program program(long id, Program.Kind kind) {
        return new Program(
                new ProgramId(id),
                publicId(id),
                "前 2%",
                kind,
                null,
                new Holdout(2_000),
                List.of(new ChannelAccountId(5), new ChannelAccountId(6)),
                77,
                null,
                Duration.ofDays(14),
                Program.State.DRAFT,
                null,
                null,
                null,
                1,
                NOW,
                NOW);
    }

    /// One who waits to be invited, or is held out.
    public static Candidate candidate(long id, long program, long customer, Arm arm) {
        boolean treated = arm == Arm.TREATED;
        return new Candidate(
                new CandidateId(id),
                publicId(id),
                new ProgramId(program),
                new CustomerId(customer),
                arm,
                new Candidate.Before(12_345, 62.5),
                treated ? new ChannelAccountId(5) : null,
                treated ? Tokens.of(publicId(id)) : null,
                treated ? Candidate.State.CHOSEN : Candidate.State.HELD_OUT,
                null,
                Candidate.Invitation.NONE,
                null,
                treated ? NOW : null,
                1,
                NOW,
                NOW);
    }
}
