package cn.siyu.adapter.http.policy;

import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyLine;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;

/// One edition of a policy, as it is shipped.
///
/// @param edition its name
/// @param line the line it belongs to: a kind, and for PLATFORM the channel behind a colon
/// @param validFromOn the first day it holds
/// @param source where its numbers can be looked up
/// @param confidence how well they are founded
/// @param values the numbers
@Serdeable
@Schema(name = "PolicyEdition")
record PolicyEditionResource(
        @Schema(example = "contact-2025", maxLength = 60) String edition,
        @Schema(example = "CONTACT", maxLength = 60) String line,
        @Schema(example = "2025-01-01") LocalDate validFromOn,

        @Schema(example = "https://developer.work.weixin.qq.com", maxLength = 1000)
        String source,

        PolicyConfidence confidence,

        @Schema(type = "object", example = "{\"brandCap\":{\"perMonth\":4}}")
        Map<String, Object> values) {

    static PolicyEditionResource of(PolicyEdition edition) {
        return new PolicyEditionResource(
                edition.id().value(),
                new PolicyLine(edition.kind(), edition.channel()).toString(),
                edition.validFrom(),
                edition.source(),
                edition.confidence(),
                edition.values());
    }
}
