package cn.siyu.adapter.wecomsimulator.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens to members and to the customers they hand over: part of [Action].
@JsonSubTypes({
    @JsonSubTypes.Type(value = MemberAction.MemberLeaves.class, name = "MEMBER_LEAVES"),
    @JsonSubTypes.Type(value = MemberAction.MemberChanges.class, name = "MEMBER_CHANGES"),
    @JsonSubTypes.Type(value = MemberAction.MemberWrites.class, name = "MEMBER_WRITES"),
    @JsonSubTypes.Type(value = MemberAction.AgreeArchive.class, name = "AGREE_ARCHIVE"),
    @JsonSubTypes.Type(value = MemberAction.TemporaryId.class, name = "TEMPORARY_ID"),
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
            @Nullable Boolean archived,
            @Nullable Instant lastLoginAt)
            implements MemberAction {}

    /// The customer refuses to be handed over, within its 24 h.
    record RefuseTransfer(String customer) implements MemberAction {}

    /// The member writes to the customer, `count` times (1 when not given).
    record MemberWrites(
            String customer, String userid, @Nullable Integer count) implements MemberAction {}

    /// The customer agrees that its chat with the member is archived.
    record AgreeArchive(String customer, String userid) implements MemberAction {}

    /// The customer enters a meeting (1), form (2) or document (3) of the corp, and has a temporary
    /// id there.
    record TemporaryId(String customer, int businessType) implements MemberAction {}
}
