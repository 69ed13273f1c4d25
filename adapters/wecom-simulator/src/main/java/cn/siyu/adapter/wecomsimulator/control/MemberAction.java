package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens to members and to the customers they hand over: part of [Action].
@JsonSubTypes({
    @JsonSubTypes.Type(value = MemberAction.MemberLeaves.class, name = "MEMBER_LEAVES"),
    @JsonSubTypes.Type(value = MemberAction.MemberChanges.class, name = "MEMBER_CHANGES"),
    @JsonSubTypes.Type(value = MemberAction.RefuseTransfer.class, name = "REFUSE_TRANSFER"),
})
sealed interface MemberAction extends Action.OfMember {
    /// A member leaves the corp; its customers and groups wait to be handed over.
    record MemberLeaves(String userid) implements MemberAction {}

    /// A member changes; what is not given stays. See [CorpFile.Staff] for the fields.
    record MemberChanges(
            String userid,
            @Nullable Integer status,
            @Nullable Boolean customerContact,
            @Nullable Boolean realName,
            @Nullable Boolean banned,
            @Nullable Instant lastLoginAt)
            implements MemberAction {}

    /// The customer refuses to be handed over, within its 24 h.
    record RefuseTransfer(String customer) implements MemberAction {}
}
