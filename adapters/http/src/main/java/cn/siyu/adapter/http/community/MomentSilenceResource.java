package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.community.port.MomentAudiences;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// An account's moments are hidden from a customer who said "not interested" (不感兴趣).
///
/// @param relationship the customer's relationship with the account
/// @param customer from whom
/// @param account whose moments
/// @param times how often the customer said so
/// @param until when they are shown again
@Serdeable
@Schema(name = "MomentSilence", description = "An account's moments are hidden from a customer (不感兴趣)")
record MomentSilenceResource(
        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String account,

        @Schema(example = "2", minimum = "1") int times,
        @Schema(example = "2026-12-23T09:40:00.000Z") Instant until) {
    static MomentSilenceResource of(MomentAudiences.Silenced silenced) {
        return new MomentSilenceResource(
                IdType.RELATIONSHIP.format(silenced.relationship()),
                IdType.CUSTOMER.format(silenced.customer()),
                IdType.CHANNEL_ACCOUNT.format(silenced.account()),
                silenced.times(),
                silenced.until());
    }
}
