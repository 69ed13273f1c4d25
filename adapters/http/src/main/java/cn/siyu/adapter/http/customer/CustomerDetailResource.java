package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.lifecycle.Stage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer (客户) with everything that hangs on it.
///
/// @param id what it is called here
/// @param nickname what the person calls itself; masked without the scope customers:pii
/// @param gender as the platform tells it
/// @param timeZone the customer's own; null means the store's or brand's
/// @param blacklisted never contacted, whatever the reason (黑名单)
/// @param stage how far the customer has come (生命周期阶段)
/// @param stageSinceAt when the stage was reached
/// @param dormant did not buy for longer than is usual for this customer (沉睡)
/// @param lost no live relationship is left (流失)
/// @param trust as projected last
/// @param orders added up
/// @param lastInteractionAt when the customer did anything last; null if never
/// @param identities by which the customer is known
/// @param relationships with whom, ended ones too
/// @param tags each once, however many accounts it is set at
/// @param optOuts touchpoints where the customer wants no contact
/// @param conflicts identities that were said to be the customer's and were not taken over
/// @param createdAt when it became known
/// @param updatedAt when the profile was changed last
/// @param version counts changes of the profile
@Serdeable
@Schema(name = "CustomerDetail", description = "A customer (客户) with everything that hangs on it")
record CustomerDetailResource(
        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Nullable @Schema(example = "小明", maxLength = 100) String nickname,

        Customer.Gender gender,

        @Nullable @Schema(example = "Asia/Shanghai", maxLength = 64)
        String timeZone,

        @Schema(example = "false") boolean blacklisted,

        Stage stage,

        @Schema(example = "2026-02-20T08:00:00.000Z") Instant stageSinceAt,

        @Schema(example = "false") boolean dormant,

        @Schema(example = "false") boolean lost,

        CustomerTrust trust,
        CustomerOrders orders,

        @Nullable @Schema(example = "2026-02-28T08:00:00.000Z")
        Instant lastInteractionAt,

        @ArraySchema(maxItems = 100) List<Identity> identities,
        @ArraySchema(maxItems = 1000) List<RelationshipResource> relationships,
        @ArraySchema(maxItems = 3000) List<CustomerTagResource> tags,
        @ArraySchema(maxItems = 100) List<OptOutResource> optOuts,
        @ArraySchema(maxItems = 100) List<Conflict> conflicts,
        @Schema(example = "2026-02-01T08:00:00.000Z") Instant createdAt,
        @Schema(example = "2026-02-20T08:00:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    /// One identity.
    ///
    /// @param type its kind
    /// @param scope inside what the value is unique: a corp id, a source system; empty if the type
    ///     has none
    /// @param value a phone number is masked without the scope customers:pii
    /// @param sinceAt since when it is known
    @Serdeable
    @Schema(name = "CustomerIdentity", description = "An identity of a customer (身份)")
    record Identity(
            IdentityType type,
            @Schema(example = "wwdemo", maxLength = 128) String scope,

            @Schema(example = "wmqfasd1e1927831123109rBAAAA", maxLength = 128)
            String value,

            @Schema(example = "2026-02-01T08:00:00.000Z") Instant sinceAt) {
        static Identity of(IdentityKey key, Instant since, Masks masks) {
            return new Identity(key.type(), key.scope(), masks.identity(key), since);
        }
    }

    /// An identity of somebody else that was said to be this customer's and can't be: a person
    /// decides.
    ///
    /// @param id what the conflict is called here
    /// @param identity which
    /// @param reason why it was not taken over
    /// @param other whose it is
    @Serdeable
    @Schema(name = "IdentityConflict", description = "An identity that was not taken over (身份冲突)")
    record Conflict(
            @Schema(example = "icf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            Identity identity,
            IdentityConflict.Reason reason,

            @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String other) {
        static Conflict of(CustomerDetail.Conflict conflict, Masks masks) {
            return new Conflict(
                    IdType.IDENTITY_CONFLICT.format(conflict.id()),
                    Identity.of(conflict.key(), conflict.at(), masks),
                    conflict.reason(),
                    IdType.CUSTOMER.format(conflict.other()));
        }
    }

    static CustomerDetailResource of(CustomerDetail detail, String currency, Masks masks) {
        var summary = detail.summary();
        var customer = summary.customer();
        return new CustomerDetailResource(
                IdType.CUSTOMER.format(customer.publicId()),
                masks.name(customer.nickname()),
                customer.gender(),
                customer.zone() == null ? null : customer.zone().getId(),
                customer.blacklisted(),
                summary.stage(),
                summary.stageSince(),
                summary.dormant(),
                summary.lost(),
                CustomerTrust.of(summary),
                CustomerOrders.of(summary, currency),
                summary.lastInteractionAt(),
                detail.identities().stream()
                        .map(each -> Identity.of(each.key(), each.since(), masks))
                        .toList(),
                detail.relationships().stream()
                        .map(each -> RelationshipResource.of(each, masks))
                        .toList(),
                detail.tags().stream().map(CustomerTagResource::of).toList(),
                detail.optOuts().stream()
                        .map(each -> new OptOutResource(each.touchpoint(), each.since()))
                        .toList(),
                detail.conflicts().stream()
                        .map(each -> Conflict.of(each, masks))
                        .toList(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
