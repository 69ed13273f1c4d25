package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Money;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.graduation.port.Candidates.Listed;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One customer in a program.
@Serdeable
@Schema(name = "GraduationCandidate", description = "One customer in a program (迁移候选人)")
record CandidateResource(
        @Schema(description = "Its id", example = "gca_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(description = "The customer as it is today", example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        Arm arm,
        Candidate.State state,

        @Nullable
        @Schema(
                description =
                        "Why it was not invited, or is not asked any more: a reason of the governor, ACCOUNT_INACTIVE, NO_WAY, PROGRAM_ENDED, FRIEND_BEFORE",
                example = "GAP",
                maxLength = 40)
        String reason,

        @Schema(description = "What it had bought in the policy's window when it was chosen")
        Money valueBefore,

        @Schema(description = "Social trust when it was chosen, 0 to 100", example = "62.5")
        double socialTrustBefore,

        @Nullable
        @Schema(
                description = "To which account; null if held out, or led beyond what the key sees",
                example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd",
                maxLength = 30)
        String account,

        @Nullable
        @Schema(
                description = "The code that the customer tells; null where account is",
                example = "7K3M9QXA",
                maxLength = 8)
        String token,

        @Nullable @Schema(description = "The message", example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String send,

        @Nullable
        @Schema(description = "The operator's task", example = "tsk_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String task,

        @Schema(description = "When it was chosen, or held out", example = "2026-11-23T09:40:00.000Z")
        Instant chosenAt,

        @Nullable @Schema(description = "When it was invited", example = "2026-11-23T09:40:00.000Z")
        Instant invitedAt,

        @Nullable @Schema(description = "Until when the invitation holds", example = "2026-12-07T09:40:00.000Z")
        Instant expiresAt,

        @Nullable @Schema(description = "When it became a contact", example = "2026-11-25T09:40:00.000Z")
        Instant acceptedAt,

        @Nullable @Schema(description = "Whether it came in time", example = "true")
        Boolean inTime,

        @Nullable
        @Schema(description = "The new relationship", example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship) {
    static CandidateResource of(Listed listed, String currency) {
        var one = listed.candidate();
        var came = one.acceptance();
        return new CandidateResource(
                IdType.GRADUATION_CANDIDATE.format(one.publicId()),
                IdType.CUSTOMER.format(listed.customer()),
                one.arm(),
                one.state(),
                one.reason(),
                new Money(one.before().valueMinor(), currency),
                one.before().social(),
                id(IdType.CHANNEL_ACCOUNT, listed.account()),
                listed.account() == null ? null : one.token(),
                id(IdType.SEND, listed.send()),
                id(IdType.TASK, listed.task()),
                one.chosenAt(),
                one.invitation().at(),
                one.invitation().expiresAt(),
                came == null ? null : came.at(),
                came == null ? null : came.inTime(),
                id(IdType.RELATIONSHIP, listed.accepted()));
    }

    private static @Nullable String id(IdType type, @Nullable PublicId id) {
        return id == null ? null : type.format(id);
    }
}
