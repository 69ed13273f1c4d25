package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.port.Blacklist;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.BlacklistEntry.Subject;
import cn.siyu.domain.customer.IdentityType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody is on the blacklist.
///
/// @param id what the entry is called
/// @param customer a customer it covers, as it is today; null if nobody is known who is meant
/// @param customerName what the customer calls itself; masked without `customers:pii`
/// @param identityType the type of the identity it names; null if it names a customer
/// @param identityScope within what that identity is one person's
/// @param identityValue that identity; a phone number is masked without `customers:pii`
/// @param reason why
/// @param note more in somebody's words; only with `customers:pii`
/// @param putBy the API key that put it there; null if nobody said
/// @param since since when
/// @param until when it ends by itself; null: never
/// @param standing whether it stands
/// @param endedHow how it ended; null while it stands
/// @param endedReason why, in somebody's words; null if nobody said
/// @param endedBy the API key that ended it; null: the product, or while it stands
/// @param endedAt when; null while it stands
@Serdeable
@Schema(name = "BlacklistEntry", description = "Somebody is on the brand's blacklist (黑名单)")
record BlacklistResource(
        @Schema(example = "ble_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer,

        @Nullable @Schema(example = "王先生", maxLength = 100) String customerName,
        @Nullable IdentityType identityType,

        @Nullable @Schema(example = "crm", maxLength = 128) String identityScope,

        @Nullable @Schema(example = "+8613812345678", maxLength = 128)
        String identityValue,

        BlacklistEntry.Reason reason,

        @Nullable @Schema(example = "多次辱骂店员", maxLength = 500)
        String note,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String putBy,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant since,

        @Nullable @Schema(example = "2026-08-20T08:00:00.000Z")
        Instant until,

        @Schema(example = "true") boolean standing,
        BlacklistEntry.@Nullable How endedHow,

        @Nullable @Schema(example = "已和解", maxLength = 500) String endedReason,

        @Nullable @Schema(example = "key_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String endedBy,

        @Nullable @Schema(example = "2026-03-02T08:00:00.000Z")
        Instant endedAt) {
    static BlacklistResource of(Blacklist.View view, Masks masks) {
        var entry = view.entry();
        var customer = view.customer();
        var identity = entry.subject() instanceof Subject.Bearer(var key) ? key : null;
        var by = entry.by();
        var ended = entry.ended();
        var endedBy = ended == null ? null : ended.by();
        return new BlacklistResource(
                IdType.BLACKLIST_ENTRY.format(entry.publicId()),
                customer == null ? null : IdType.CUSTOMER.format(customer),
                masks.name(view.nickname()),
                identity == null ? null : identity.type(),
                identity == null ? null : identity.scope(),
                identity == null ? null : masks.identity(identity),
                entry.reason(),
                masks.words(entry.note()),
                by == null ? null : IdType.API_KEY.format(by),
                entry.since(),
                entry.until(),
                entry.stands(),
                ended == null ? null : ended.how(),
                ended == null ? null : masks.words(ended.reason()),
                endedBy == null ? null : IdType.API_KEY.format(endedBy),
                ended == null ? null : ended.at());
    }
}
