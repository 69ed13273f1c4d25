package cn.siyu.application.graduation.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in which program, and where (迁移候选人).
public interface Candidates {
    /// Adds those whose customer isn't in the program already.
    ///
    /// @return the added ones
    Set<CandidateId> add(BrandId brand, List<Candidate> candidates);

    /// Those due at a moment, in the order of (due, number), for this transaction alone.
    List<Candidate> takeDue(BrandId brand, Instant now, int atMost);

    /// When the next one is due; empty if none waits.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Replaces them; the `version` of each is one more than the stored one.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed one in
    ///     between
    void replace(BrandId brand, List<Candidate> candidates);

    /// Lets the open ones of birth customers fall due at a moment: something happened to them.
    void touch(BrandId brand, Collection<CustomerId> births, Instant at);

    /// Lets those of a program fall due at a moment that wait to be invited.
    void awaken(BrandId brand, ProgramId program, Instant at);

    /// The one whose invitation has a code, or empty.
    Optional<Candidate> byToken(BrandId brand, String token);

    /// How many are led to each account and have not come yet; of others no entry.
    Map<ChannelAccountId, Integer> openOn(BrandId brand, Set<ChannelAccountId> accounts);

    /// Candidates with a number above `after`, by number.
    ///
    /// @param state null: any
    /// @param sight only of customers that are seen, who are led to an account that is, or whom
    ///     nobody serves and such an account served last; what else an entry names, only if it is seen
    List<Listed> page(
            BrandId brand, ProgramId program, Candidate.@Nullable State state, Sight sight, long after, int atMost);

    /// How many stand where.
    ProgramResult.Tally tally(BrandId brand, ProgramId program);

    /// What became of everybody in a program, invited or held out; of each person once. Who turned
    /// out to be one person with somebody of the other arm is left out.
    Outcomes outcomes(BrandId brand, ProgramId program);

    /// A candidate with what clients call those it names.
    ///
    /// @param accepted the new relationship
    record Listed(
            Candidate candidate,
            PublicId customer,
            @Nullable PublicId account,
            @Nullable PublicId send,
            @Nullable PublicId task,
            @Nullable PublicId accepted) {}

    /// What became of a program's people.
    ///
    /// @param merged left out, since their person is in both arms
    record Outcomes(List<Outcome> people, long merged) {
        public Outcomes {
            people = List.copyOf(people);
        }
    }

    /// What became of one.
    ///
    /// @param social the highest social trust of any live relationship now, 0 to 100; 0 without
    ///     one. Not that of the relationship that is trusted most on the whole: a personal account
    ///     begins with a low floor, and what has grown there would not be seen until it has
    ///     overtaken the floor of WeCom
    /// @param spentMinor net amount of orders paid since it was chosen
    record Outcome(Arm arm, long valueBefore, double socialBefore, double social, long spentMinor, boolean bought) {}
}
