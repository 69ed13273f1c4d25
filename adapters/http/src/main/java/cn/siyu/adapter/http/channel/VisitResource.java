package cn.siyu.adapter.http.channel;

import cn.siyu.application.channel.AllocationRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a visitor was led.
///
/// @param allocation id of the record of this visit, which tells why it was led there
/// @param state HELD if an account was found, WAITING if nobody can take the visitor now
/// @param qrCode address of the picture that leads to the account; null while nobody can take the
///     visitor
/// @param account name of the account; null while nobody can take the visitor
/// @param holdUntil until when the place is held; null if none needs to be
/// @param advice what the visitor should do
@Serdeable
record VisitResource(
        @Schema(example = "alc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String allocation,

        AllocationRecord.State state,

        @Nullable @Schema(example = "https://wework.qpic.cn/wwpic/1234/0", maxLength = 2000)
        String qrCode,

        @Nullable @Schema(example = "小店员", maxLength = 200) String account,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant holdUntil,

        @Schema(example = "Show qrCode; whoever scans it adds the account.", maxLength = 500)
        String advice) {}
