package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.community.port.MomentAudiences.LeftOut;
import cn.siyu.application.community.port.MomentAudiences.Why;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody whom an account leaves out of a post to moments (不给谁看).
///
/// @param relationship the customer's relationship with the account
/// @param customer who it is
/// @param name as it stands in the account's contacts: the remark, else the nickname; masked
///     without the scope customers:pii, null if neither is known
/// @param reason why
/// @param until when who was not interested is shown them again; null for other reasons
@Serdeable
@Schema(name = "LeftOut", description = "Somebody whom an account leaves out of a post to moments (不给谁看)")
record LeftOutResource(
        @Schema(example = "rel_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String relationship,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "小明（健身卡）", maxLength = 100)
        String name,

        @Schema(example = "OPTED_OUT") Why reason,

        @Nullable @Schema(example = "2026-12-23T09:40:00.000Z")
        Instant until) {
    static LeftOutResource of(LeftOut one, Masks masks) {
        String name = one.name();
        return new LeftOutResource(
                IdType.RELATIONSHIP.format(one.relationship()),
                IdType.CUSTOMER.format(one.customer()),
                name == null || name.isEmpty() ? null : masks.name(name),
                one.why(),
                one.until());
    }
}
