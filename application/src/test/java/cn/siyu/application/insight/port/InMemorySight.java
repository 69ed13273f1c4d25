package cn.siyu.application.insight.port;

import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import java.util.List;
import java.util.stream.Collectors;

/// Which customers a caller sees, found out in memory.
public record InMemorySight(Relationships relationships, ChannelAccounts accounts) {
    /// Whether a customer is seen.
    public boolean sees(BrandId brand, Sight sight, CustomerId customer) {
        return switch (sight) {
            case Sight.All() -> true;
            case Sight.In(var departments) ->
                accountsOf(brand, customer).stream().anyMatch(one -> departments.contains(one.department()));
            case Sight.With(var staff) ->
                accountsOf(brand, customer).stream().anyMatch(one -> staff.equals(one.staff()));
        };
    }

    private List<ChannelAccount> accountsOf(BrandId brand, CustomerId customer) {
        return accounts.findAll(
                brand,
                relationships.of(brand, List.of(customer)).stream()
                        .map(Relationship::account)
                        .collect(Collectors.toSet()));
    }
}
