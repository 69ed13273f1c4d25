package cn.siyu.domain.graduation;

import cn.siyu.domain.graduation.Difference.Reading;
import java.time.Instant;

/// What came of a program (迁移结果) at a moment. That of its end is kept as it was then: what becomes
/// of people later, who is found to be whom, and what the policy says next year change nothing of it.
///
/// @param readAt what happened later is not in it
/// @param tally how many stand where
/// @param treated customers in the arm that is invited, of those compared
/// @param control customers in the arm that is held out, of those compared
/// @param merged left out, since their person is in both arms
/// @param social social trust, 0 to 100, adjusted by what it was before
/// @param bought share of customers with an order since they were chosen
/// @param spentMinor net amount since they were chosen, in minor units, adjusted by what was bought
///     before
/// @param policyEdition by which edition it was read
public record ProgramResult(
        Reading reading,
        Instant readAt,
        Tally tally,
        int treated,
        int control,
        long merged,
        Difference social,
        Difference bought,
        Difference spentMinor,
        String policyEdition) {
    /// How many stand where.
    ///
    /// @param chosen drawn to be invited, whether it came to that or not
    /// @param invited of them invited, whatever came of it
    /// @param delivered invitations by message that reached their customer
    /// @param accepted became a contact of one of the accounts, asked or not
    /// @param expired did not come in time, and not since
    /// @param refused not invited: the governor refused, or there was no way
    /// @param heldOut drawn to be held out
    public record Tally(
            long chosen, long invited, long delivered, long accepted, long expired, long refused, long heldOut) {}

    /// Whether as many were held out as the program says.
    public SampleRatio ratio(Program program) {
        return SampleRatio.of(tally.chosen(), tally.heldOut(), program.holdout());
    }
}
