package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.customer.RevokeIdentityLinks;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What follows from taking links between two identities, or two customers, back.
///
/// @param revocations what is kept, one for each pair of identities; none in a rehearsal
/// @param links what sources said and counts no more
/// @param customers whom it could have concerned and the key sees, as they are, or would be
/// @param more how many more there are: only so many are shown, those first who have what was
///     named, then those who are somebody else than before
/// @param conflicts how many links among them can't be then
@Serdeable
@Schema(name = "IdentityRevoked", description = "What follows from taking identity links back (撤回结果)")
record RevokedResource(
        @ArraySchema(maxItems = 10_000, schema = @Schema(implementation = IdentityRevocationResource.class))
        List<IdentityRevocationResource> revocations,

        @ArraySchema(maxItems = 10_000, schema = @Schema(implementation = Link.class))
        List<Link> links,

        @ArraySchema(maxItems = DecidedResource.SHOWN, schema = @Schema(implementation = Part.class))
        List<Part> customers,

        @Schema(example = "0", minimum = "0") int more,
        @Schema(example = "0", minimum = "0") int conflicts) {
    /// What a source said.
    ///
    /// @param one one of the two
    /// @param other the other one
    /// @param source who said so
    /// @param assertedAt when first, by the source's clock
    @Serdeable
    @Schema(name = "IdentityLink", description = "A source said that two identities are one person's (身份关联)")
    record Link(
            DecidedResource.OwnIdentity one,
            DecidedResource.OwnIdentity other,
            IdentitySource source,
            @Schema(example = "2026-02-20T08:00:00.000Z") Instant assertedAt) {
        static Link of(RevokeIdentityLinks.Link link, Masks masks) {
            return new Link(
                    DecidedResource.OwnIdentity.of(link.one(), masks),
                    DecidedResource.OwnIdentity.of(link.other(), masks),
                    link.source(),
                    link.assertedAt());
        }
    }

    /// One customer then.
    ///
    /// @param id the customer; null for one that would come into being only then
    /// @param was the customers to whom its identities belonged before, of those that the key sees
    /// @param keeps the customers whose orders, messages, relationships and trust are its own
    /// @param identities all it has
    @Serdeable
    @Schema(name = "PartOfCustomer", description = "What one customer is after a link is taken back (撤回后的客户)")
    record Part(
            @Nullable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String id,

            @ArraySchema(
                    maxItems = 10_000,
                    schema = @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30))
            List<String> was,

            @ArraySchema(
                    maxItems = 10_000,
                    schema = @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30))
            List<String> keeps,

            @ArraySchema(maxItems = 10_000, schema = @Schema(implementation = DecidedResource.OwnIdentity.class))
            List<DecidedResource.OwnIdentity> identities) {
        static Part of(RevokeIdentityLinks.Part part, Set<PublicId> seen, Masks masks) {
            return new Part(
                    part.id().map(IdType.CUSTOMER::format).orElse(null),
                    part.was().stream()
                            .filter(seen::contains)
                            .map(IdType.CUSTOMER::format)
                            .toList(),
                    part.keeps().stream().map(IdType.CUSTOMER::format).toList(),
                    part.identities().stream()
                            .map(key -> DecidedResource.OwnIdentity.of(key, masks))
                            .toList());
        }
    }
}
