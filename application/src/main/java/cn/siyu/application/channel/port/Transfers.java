package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Giving customers and groups from one staff member to another (客户继承): on the job (在职继承)
/// or after the first one left (离职继承).
///
/// A transfer that was accepted is not carried out yet: the customer may refuse for 24 hours, see
/// [#results].
public interface Transfers {
    /// Starts transfers. Customers that are not in `refused` were accepted.
    ///
    /// @param contacts 1 to 100
    Answer<Outcome> customers(Handover handover, Set<String> contacts);

    /// What became of the transfers from one member to another, a page at a time.
    Answer<Slice<Progress>> results(Handover handover, @Nullable String cursor);

    /// Customers of members who have left and whom nobody has taken over (待分配客户).
    Answer<Slice<Unassigned>> unassigned(@Nullable String cursor);

    /// Gives groups to a new owner, at once.
    ///
    /// @param groups 1 to 100
    /// @param ownerLeft the old owner has left the company
    Answer<Outcome> groups(Set<String> groups, String newOwner, boolean ownerLeft);

    /// From whom to whom.
    ///
    /// @param left the first one has left the company
    /// @param message what the customer is told on a transfer on the job, at most 200 characters,
    ///     or null
    record Handover(
            String from, String to, boolean left, @Nullable String message) {}

    /// What was refused, by id, and why; empty when all were accepted.
    record Outcome(Map<String, Refusal> refused) {
        public Outcome {
            refused = Map.copyOf(refused);
        }
    }

    enum Refusal {
        /// Unknown, or not with the member who hands over.
        NOT_FOUND,
        /// The first member has not left, or has left when an on-the-job transfer was asked for.
        WRONG_KIND,
        /// The member who takes over holds as many as allowed, or the group is full.
        FULL,
        /// A transfer of it is under way or was carried out.
        UNDER_WAY,
        /// Transferred twice in 90 days already.
        TOO_OFTEN,
        /// So many groups of the one who hands over changed hands today that no more do.
        NOT_TODAY,
        /// The member who takes over may not: not active, no customer-contact feature, the same
        /// person.
        TAKER_UNFIT,
        UNRECOGNISED
    }

    /// How far one transfer is.
    ///
    /// @param takenAt when it was carried out, or will be if the customer does nothing
    record Progress(String contactId, State state, @Nullable Instant takenAt) {}

    enum State {
        DONE,
        WAITING,
        /// The customer refused.
        REFUSED,
        /// The member who takes over holds as many as allowed.
        FULL,
        UNRECOGNISED
    }

    record Unassigned(String formerStaff, String contactId, Instant leftAt) {}
}
