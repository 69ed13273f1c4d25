package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.insight.port.Reports.SendRecord;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an account was asked to send (触达记录).
///
/// @param batch the batch it was
/// @param account the account
/// @param accountName how customers see it
/// @param kind how it goes out
/// @param contactClass whether it is service or marketing
/// @param state where it stands
/// @param at when the platform got it; until then, when it was planned
/// @param recipients to how many it goes
/// @param confirmedAt when the staff member confirmed it; null if not yet
/// @param delivered how many have it
@Serdeable
@Schema(name = "SendRecord", description = "What an account was asked to send (触达记录)")
record SendRecordResource(
        @Schema(example = "bat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String batch,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "小店员", maxLength = 100) String accountName,
        SendBatch.Kind kind,
        ContactClass contactClass,
        BatchState state,
        @Schema(example = "2026-03-10T02:00:02.000Z") Instant at,
        @Schema(example = "1200", minimum = "0") int recipients,

        @Nullable @Schema(example = "2026-03-10T02:20:00.000Z")
        Instant confirmedAt,

        @Schema(example = "1174", minimum = "0") long delivered) {
    static SendRecordResource of(SendRecord row) {
        return new SendRecordResource(
                IdType.SEND_BATCH.format(row.id()),
                IdType.CHANNEL_ACCOUNT.format(row.account()),
                row.accountName(),
                SendBatch.Kind.valueOf(row.kind()),
                ContactClass.valueOf(row.contactClass()),
                BatchState.valueOf(row.state()),
                row.at(),
                row.recipients(),
                row.confirmedAt(),
                row.delivered());
    }
}
