package cn.siyu.application.insight;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.insight.port.Whereabouts.Reached;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes out what reports from outside leave open: which account the channel's own name of it
/// means, and inside what the channel's ids of customers are unique, so that a feed needs to know
/// neither our ids nor the brand's corps.
public final class LocateReports {
    private final Whereabouts whereabouts;
    private final Brands brands;
    private final List<ChannelAdapter> channels;

    public LocateReports(Whereabouts whereabouts, Brands brands, List<ChannelAdapter> channels) {
        this.whereabouts = whereabouts;
        this.brands = brands;
        this.channels = List.copyOf(channels);
    }

    /// How a report names an account.
    ///
    /// @param account its public id; null if it is not named so
    /// @param address what the channel calls it (for WeCom the member's userid); null if it is not
    ///     named so
    public record Mention(
            @Nullable PublicId account, @Nullable String address) {
        /// No account at all.
        public static final Mention NONE = new Mention(null, null);
    }

    /// What a report means.
    ///
    /// @param account null: none, none that is known, or several that share the address
    /// @param idScope the scope of the channel's ids of customers: that of the account's
    ///     connection, or the only one that the brand has; empty if it has none or several
    public record Located(@Nullable PublicId account, Optional<String> idScope) {}

    /// One answer per mention, in their order.
    public List<Located> answer(BrandId brand, List<Mention> mentions) {
        var reached = whereabouts.reached(
                brand,
                mentions.stream()
                        .flatMap(one -> Stream.ofNullable(one.account()))
                        .collect(Collectors.toSet()),
                mentions.stream()
                        .flatMap(one -> Stream.ofNullable(one.address()))
                        .collect(Collectors.toSet()));
        var only = only(brand);
        return mentions.stream().map(one -> located(one, reached, only)).toList();
    }

    private Located located(Mention mention, List<Reached> reached, Optional<String> only) {
        var meant = reached.stream()
                .filter(one ->
                        one.id().equals(mention.account()) || one.address().equals(mention.address()))
                .toList();
        if (meant.size() != 1) {
            return new Located(null, only);
        }
        var account = meant.getFirst();
        return new Located(account.id(), scope(account).or(() -> only));
    }

    private Optional<String> scope(Reached account) {
        return channels.stream()
                .filter(channel -> channel.descriptor().id().equals(account.channel()))
                .flatMap(channel -> channel.connection(account.connection()).stream())
                .map(ChannelConnection::idScope)
                .findFirst();
    }

    private Optional<String> only(BrandId brand) {
        var slug = brands.find(brand).orElseThrow().slug();
        var scopes = channels.stream()
                .flatMap(channel -> channel.connectionsOf(slug).stream())
                .map(ChannelConnection::idScope)
                .filter(scope -> !scope.isEmpty())
                .distinct()
                .toList();
        return scopes.size() == 1 ? Optional.of(scopes.getFirst()) : Optional.empty();
    }
}
