package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.ReadIdentityGraph;
import cn.siyu.domain.customer.IdentityType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// An identity with whose it is today.
///
/// @param type its kind
/// @param scope inside what its value is unique; empty if the kind has none
/// @param value what it is; masked without the scope customers:pii
/// @param customer whose it is today
@Serdeable
@Schema(name = "IdentityOfCustomer", description = "An identity with whose it is today (身份及其归属)")
record IdentitySideResource(
        IdentityType type,

        @Schema(example = "ww1234567890abcdef", maxLength = 128)
        String scope,

        @Schema(example = "wmqfasd1e1927831123109rBAAAA", maxLength = 128)
        String value,

        @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String customer) {
    static IdentitySideResource of(ReadIdentityGraph.Side side, Masks masks) {
        var key = side.key();
        return new IdentitySideResource(
                key.type(), key.scope(), masks.identity(key), IdType.CUSTOMER.format(side.customer()));
    }
}
