package cn.siyu.domain.contact;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// All that is known about one intended contact: what is planned, what the customer wants, how the
/// customer stands to us, and what was already sent.
///
/// @param plan what is to be sent
/// @param wishes what the customer allows
/// @param standing how the relationship is
/// @param marketing the customer's earlier one-to-one marketing contacts
/// @param platform what the platform has counted; null if it doesn't count this contact (a welcome,
///     a task for staff)
/// @param zone the customer's zone: the customer's own, else the store's, else the brand's
public record ContactFacts(
        Plan plan,
        Wishes wishes,
        Standing standing,
        ContactLedger marketing,
        @Nullable PlatformUse platform,
        ZoneId zone) {

    /// What is to be sent.
    ///
    /// @param contactClass service or marketing
    /// @param touchpoint the code of where contact happens (触点), for example `PRIVATE_CHAT` or
    ///     `MOMENTS`
    /// @param winBackApproved true: somebody approved this step for customers whose marketing is
    ///     paused
    public record Plan(ContactClass contactClass, String touchpoint, boolean winBackApproved) {}

    /// What the customer allows.
    ///
    /// @param consent to be contacted at all
    /// @param optedOut whether the customer opted out of the planned touchpoint, or of all
    /// @param notInterestedUntil until when "not interested" (不感兴趣) silences the planned staff
    ///     member at the planned touchpoint; null if it doesn't
    public record Wishes(
            ConsentState consent,
            boolean optedOut,
            @Nullable Instant notInterestedUntil) {}

    /// How the customer stands to us.
    ///
    /// @param live whether the relationship over which contact is to happen lives
    /// @param blacklisted whether the brand banned the customer
    /// @param trust relationship trust, 0 to 100; null if it was never computed, which refuses
    ///     nothing
    public record Standing(
            boolean live, boolean blacklisted, @Nullable Trust trust) {}

    /// Relationship trust (关系信任) as projected.
    ///
    /// @param score 0 to 100
    /// @param confidence how well the customer is known, 0 to 1
    public record Trust(double score, double confidence) {}
}
