package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.domain.customer.ConsentRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the consent ledger (同意记录); it is only added to. The latest entry of a purpose
/// holds.
///
/// @param id what it is called here
/// @param purpose what for
/// @param granted true: given; false: withdrawn
/// @param textVersion which wording the customer saw; null if not told
/// @param evidence where it can be looked up; null if not told, or without the scope customers:pii
/// @param occurredAt when it was given or withdrawn
@Serdeable
@Schema(name = "Consent", description = "One entry of the consent ledger (同意记录)")
record ConsentResource(
        @Schema(example = "con_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "MARKETING", maxLength = 40) String purpose,
        @Schema(example = "true") boolean granted,

        @Nullable @Schema(example = "privacy-2026-01", maxLength = 60)
        String textVersion,

        @Nullable @Schema(example = "form 17, counter 3", maxLength = 400)
        String evidence,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant occurredAt) {
    static ConsentResource of(ConsentRecord entry, Masks masks) {
        return new ConsentResource(
                IdType.CONSENT.format(entry.publicId()),
                entry.purpose(),
                entry.granted(),
                entry.textVersion(),
                masks.words(entry.evidence()),
                entry.at());
    }
}
