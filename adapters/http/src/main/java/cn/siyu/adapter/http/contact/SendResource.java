package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message to one customer (触达): what was decided, where it stands, what came of it.
///
/// @param id what it is called here
/// @param state where it stands
/// @param reason why it is not delivered; null if nothing speaks against it. Words are in the
///     vocabulary under sendReason
/// @param customer whom it is for
/// @param relationship over which relationship; null if there was none
/// @param account through which account; null if there was none
/// @param batch the batch that carries it; null if it is in none
/// @param wave the wave of the SOP's step; null if it stands alone
/// @param enrolment the enrolment that wants it; null for a welcome
/// @param sop its SOP; null for a welcome
/// @param sopVersion its version of the SOP; null for a welcome
/// @param step which step of the version, from 0; null for a welcome
/// @param material what it was written from; null if nothing
/// @param contactClass whether it is service or marketing
/// @param touchpoint where it reaches the customer, an open set
/// @param decision why it was decided as it was
/// @param deferredUntil when it is decided again; null unless DEFERRED
/// @param plannedAt when it was planned
/// @param deadlineAt when it is of no use any more
/// @param sentAt when the platform got it; null if it has not
/// @param resultedAt when it was delivered, failed or expired at the platform; null if not yet
/// @param response what the customer did about it; null if it was not delivered
@Serdeable
@Schema(name = "Send", description = "One message to one customer (触达)")
record SendResource(
        @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        SendState state,

        @Nullable @Schema(example = "GAP", maxLength = 40) String reason,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Nullable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable @Schema(example = "bat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String batch,

        @Nullable @Schema(example = "wav_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String wave,

        @Nullable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String enrolment,

        @Nullable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sop,

        @Nullable @Schema(example = "sov_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String sopVersion,

        @Nullable @Schema(example = "2", minimum = "0") Integer step,

        @Nullable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String material,

        ContactClass contactClass,

        @Schema(example = "PRIVATE_CHAT", maxLength = 40) String touchpoint,

        DecisionResource decision,

        @Nullable @Schema(example = "2026-03-11T00:00:00.000Z")
        Instant deferredUntil,

        @Schema(example = "2026-03-10T14:30:00.000Z") Instant plannedAt,

        @Schema(example = "2026-03-12T14:30:00.000Z") Instant deadlineAt,

        @Nullable @Schema(example = "2026-03-11T00:00:04.211Z")
        Instant sentAt,

        @Nullable @Schema(example = "2026-03-11T00:16:00.000Z")
        Instant resultedAt,

        @Nullable Answer response) {
    /// What the customer did about a message.
    ///
    /// @param status how the response window stands
    /// @param respondedAt when the customer answered; null if not
    /// @param until when the window is over
    @Serdeable
    @Schema(name = "SendResponse", description = "What the customer did about a message")
    record Answer(
            Responses.Status status,

            @Nullable @Schema(example = "2026-03-11T03:00:00.000Z")
            Instant respondedAt,

            @Schema(example = "2026-03-14T00:16:00.000Z") Instant until) {
        static Answer of(SendView.Response response) {
            return new Answer(response.status(), response.respondedAt(), response.until());
        }
    }

    static SendResource of(SendView send, Language language) {
        var refers = send.refers();
        var times = send.times();
        var response = send.response();
        return new SendResource(
                IdType.SEND.format(send.publicId()),
                send.state(),
                send.reason(),
                IdType.CUSTOMER.format(refers.customer()),
                id(IdType.RELATIONSHIP, refers.relationship()),
                id(IdType.CHANNEL_ACCOUNT, refers.account()),
                id(IdType.SEND_BATCH, refers.batch()),
                id(IdType.WAVE, refers.wave()),
                id(IdType.ENROLMENT, refers.enrolment()),
                id(IdType.SOP, refers.sop()),
                id(IdType.SOP_VERSION, refers.sopVersion()),
                refers.step(),
                id(IdType.MATERIAL, refers.material()),
                send.contactClass(),
                send.touchpoint(),
                DecisionResource.of(send.explanation(), language),
                send.deferredUntil(),
                times.createdAt(),
                times.deadline(),
                times.sentAt(),
                times.resultedAt(),
                response == null ? null : Answer.of(response));
    }

    private static @Nullable String id(IdType type, @Nullable PublicId id) {
        return id == null ? null : type.format(id);
    }
}
