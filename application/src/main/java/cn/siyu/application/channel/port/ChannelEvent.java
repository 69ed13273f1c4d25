package cn.siyu.application.channel.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened on the far side and that it told us (回调事件). Events may come twice,
/// late, or in another order; `at` is the far side's time in whole seconds. What we change
/// ourselves through the ports comes back as no event.
public sealed interface ChannelEvent {
    /// Events about one relationship between a staff member (成员) and a contact (外部联系人).
    sealed interface AboutContact extends ChannelEvent {
        String staff();

        String contactId();

        Instant at();
    }

    /// Events about corp tags (企业标签).
    sealed interface AboutTags extends ChannelEvent {
        Instant at();
    }

    /// They became contacts. `half`: the customer added the member, who has not confirmed yet; the
    /// full event follows, without a code if the first one was used.
    ///
    /// @param state our source mark, when one of our contact ways was used
    /// @param welcomeCode allows one greeting within the declared window
    record ContactAdded(
            String staff,
            String contactId,
            @Nullable String state,
            @Nullable String welcomeCode,
            boolean half,
            Instant at)
            implements AboutContact {}

    /// The member changed remark, phones or tags: read the contact again.
    record ContactEdited(String staff, String contactId, Instant at) implements AboutContact {}

    /// The member deleted the customer; `byTransfer` when a colleague took over (在职继承).
    record ContactDeletedByStaff(String staff, String contactId, boolean byTransfer, Instant at)
            implements AboutContact {}

    /// The customer deleted the member.
    record ContactDeletedByCustomer(String staff, String contactId, Instant at) implements AboutContact {}

    /// A takeover ended without success; `staff` should have taken over.
    record TransferFailed(String staff, String contactId, Failure failure, Instant at) implements AboutContact {
        public enum Failure {
            REFUSED_BY_CUSTOMER,
            STAFF_FULL,
            UNRECOGNISED
        }
    }

    record TagCreated(String id, boolean group, Instant at) implements AboutTags {}

    record TagUpdated(String id, boolean group, Instant at) implements AboutTags {}

    /// A deleted group takes its tags along; no event tells of them.
    record TagDeleted(String id, boolean group, Instant at) implements AboutTags {}

    /// The order changed in one group, or in all of them when `groupId` is null.
    record TagsShuffled(@Nullable String groupId, Instant at) implements AboutTags {}

    /// Not for us, or not readable; `reason` says which.
    record Ignored(String reason) implements ChannelEvent {}
}
