package cn.siyu.adapter.http.customer;

import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What follows from a decision.
///
/// @param decision what was decided; null in a rehearsal
/// @param customers all whom it could have concerned and that the key sees, as they are, or would
///     be
/// @param more how many more there are: only so many are shown, those first who have what was named
/// @param conflicts how many links among them can't be then
@Serdeable
@Schema(name = "IdentityDecided", description = "What follows from a decision about identities (裁定结果)")
record DecidedResource(
        @Nullable IdentityDecisionResource decision,

        @ArraySchema(maxItems = DecidedResource.SHOWN, schema = @Schema(implementation = Person.class))
        List<Person> customers,

        @Schema(example = "0", minimum = "0") int more,

        @Schema(example = "0", minimum = "0") int conflicts) {
    /// How many customers are shown at most.
    static final int SHOWN = 100;

    /// One person.
    ///
    /// @param id the customer; null for one that would come into being only then
    /// @param identities all it has
    @Serdeable
    @Schema(name = "PersonOfIdentities", description = "A customer as its identities say (按身份划分的客户)")
    record Person(
            @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @ArraySchema(maxItems = 10_000, schema = @Schema(implementation = OwnIdentity.class))
            List<OwnIdentity> identities) {}

    /// One identity.
    ///
    /// @param type its kind
    /// @param scope inside what its value is unique; empty if the kind has none
    /// @param value what it is; masked without the scope customers:pii
    @Serdeable
    @Schema(name = "OwnIdentity", description = "An identity of a customer (客户身份)")
    record OwnIdentity(
            IdentityType type,

            @Schema(example = "ww1234567890abcdef", maxLength = 128)
            String scope,

            @Schema(example = "wmqfasd1e1927831123109rBAAAA", maxLength = 128)
            String value) {
        static OwnIdentity of(IdentityKey key, Masks masks) {
            return new OwnIdentity(key.type(), key.scope(), masks.identity(key));
        }
    }
}
