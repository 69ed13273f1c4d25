package cn.siyu.application.insight;

import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is known about who a customer is.
public record CustomerDetail(
        CustomerSummary summary,
        List<KnownIdentity> identities,
        List<Followed> relationships,
        List<SetTag> tags,
        List<OptedOut> optOuts,
        List<Conflict> conflicts) {
    public CustomerDetail {
        identities = List.copyOf(identities);
        relationships = List.copyOf(relationships);
        tags = List.copyOf(tags);
        optOuts = List.copyOf(optOuts);
        conflicts = List.copyOf(conflicts);
    }

    /// One identity.
    public record KnownIdentity(IdentityKey key, Instant since) {}

    /// One relationship, ended ones too, with whom it is.
    ///
    /// @param accountAddress what the channel calls the account
    /// @param trust as projected
    public record Followed(
            Relationship relationship,
            PublicId account,
            String accountName,
            String accountAddress,
            String channelKind,
            PublicId staff,
            String staffName,
            @Nullable PublicId contactWay,
            @Nullable String contactWayName,
            double trust,
            double trustSocial) {}

    /// One tag, once, however many accounts it is set at.
    public record SetTag(PublicId id, String group, String name) {}

    /// One opt-out.
    public record OptedOut(String touchpoint, Instant since) {}

    /// An identity of somebody else that was said to be this person's and can't be.
    ///
    /// @param other whose it is
    public record Conflict(PublicId id, IdentityKey key, IdentityConflict.Reason reason, PublicId other, Instant at) {}
}
