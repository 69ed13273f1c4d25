package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one account hands to its platform in one call (触达批次).
///
/// @param id what it is called here
/// @param kind how it goes out
/// @param contactClass whether it is service or marketing
/// @param account the account that sends it
/// @param wave the wave of its messages; null if they stand alone
/// @param state where it stands
/// @param reason why it stands there; null if nothing is special
/// @param text what it says; null without the scope customers:pii, since it may name somebody
/// @param attachments the kinds of what goes along with the text
/// @param channelRef what the platform calls it; null until it has it
/// @param recipients how many it goes to
/// @param delivered how many of them have it
/// @param attempts how often it was called
/// @param reminders how often staff were reminded to confirm it
/// @param plannedAt when it was planned
/// @param deadlineAt from when it is not called any more
/// @param intentAt when it was about to be called; null if never
/// @param sentAt when the platform got it; null if it has not
/// @param confirmedAt when the staff member confirmed it; null if not yet
/// @param confirmBy until when it can be confirmed; null if nobody has to
@Serdeable
@Schema(name = "SendBatch", description = "What one account hands to its platform in one call (触达批次)")
record SendBatchResource(
        @Schema(example = "bat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        SendBatch.Kind kind,
        ContactClass contactClass,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Nullable @Schema(example = "wav_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String wave,

        BatchState state,

        @Nullable @Schema(example = "CALLER_GONE", maxLength = 60)
        String reason,

        @Nullable @Schema(example = "新品上市，到店尝鲜", maxLength = 8000)
        String text,

        @ArraySchema(maxItems = 20) List<Attachment.Kind> attachments,

        @Nullable @Schema(example = "msgGCAAAXtWyujaWJHDDGi0mACAAAA", maxLength = 64)
        String channelRef,

        @Schema(example = "1200", minimum = "0") int recipients,
        @Schema(example = "1174", minimum = "0") int delivered,
        @Schema(example = "1", minimum = "0") int attempts,
        @Schema(example = "0", minimum = "0") int reminders,
        @Schema(example = "2026-03-10T02:00:00.000Z") Instant plannedAt,
        @Schema(example = "2026-03-12T02:00:00.000Z") Instant deadlineAt,

        @Nullable @Schema(example = "2026-03-10T02:00:01.000Z")
        Instant intentAt,

        @Nullable @Schema(example = "2026-03-10T02:00:02.000Z")
        Instant sentAt,

        @Nullable @Schema(example = "2026-03-10T02:20:00.000Z")
        Instant confirmedAt,

        @Nullable @Schema(example = "2026-03-13T02:00:02.000Z")
        Instant confirmBy) {
    static SendBatchResource of(BatchView batch, boolean names) {
        var wave = batch.wave();
        var times = batch.times();
        return new SendBatchResource(
                IdType.SEND_BATCH.format(batch.publicId()),
                batch.kind(),
                batch.contactClass(),
                IdType.CHANNEL_ACCOUNT.format(batch.account()),
                wave == null ? null : IdType.WAVE.format(wave),
                batch.state(),
                batch.reason(),
                names ? batch.content().text() : null,
                batch.content().attachments().stream().map(Attachment::kind).toList(),
                batch.channelRef(),
                batch.recipients(),
                batch.delivered(),
                batch.attempts(),
                batch.reminders(),
                times.createdAt(),
                times.deadline(),
                times.intentAt(),
                times.sentAt(),
                times.confirmedAt(),
                times.confirmBy());
    }
}
