package cn.siyu.application.customer.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule of [Sight] about customers and facts, over ports in memory: the only place where the
/// kit knows it.
public record InMemorySight(Relationships relationships, ChannelAccounts accounts) {
    /// Whether a customer is seen: it has a live relationship with an account that is.
    public boolean customer(BrandId brand, Sight sight, CustomerId customer) {
        return sight.everything()
                || relationships.of(brand, List.of(customer)).stream()
                        .filter(Relationship::live)
                        .anyMatch(one -> over(brand, sight, one.account()));
    }

    /// Whether something went over no account, or over one that is seen.
    public boolean over(BrandId brand, Sight sight, @Nullable ChannelAccountId account) {
        return account == null
                || sight.everything()
                || accounts.find(brand, account)
                        .filter(found -> sight.held(found.staff(), found.department()))
                        .isPresent();
    }

    /// Whether something is about no relationship, or about one with an account that is seen.
    public boolean within(BrandId brand, Sight sight, @Nullable RelationshipId relationship) {
        return relationship == null
                || sight.everything()
                || relationships
                        .find(brand, relationship)
                        .filter(found -> over(brand, sight, found.account()))
                        .isPresent();
    }
}
