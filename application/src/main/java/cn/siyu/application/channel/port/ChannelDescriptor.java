package cn.siyu.application.channel.port;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything an adapter says about itself, as data: boot checks, the adapters list, the reference
/// page and the contract tests all come from it. `addingWays` is how contacts are made, passively
/// and actively. `spiVersion` is the major version of these ports that the adapter was written for.
public record ChannelDescriptor(
        String id,
        String nameZh,
        String nameEn,
        int spiVersion,
        Stability stability,
        Map<Capability, Offer> offers,
        List<ConfigurationField> configuration,
        List<AddingWay> addingWays) {

    /// The major version of the ports in this package.
    public static final int SPI_VERSION = 1;

    public enum Stability {
        DEVELOPMENT,
        ALPHA,
        BETA,
        STABLE,
        DEPRECATED
    }

    /// One typed setting; `key` is relative to the connection, secret values are never printed.
    public record ConfigurationField(
            String key, boolean required, boolean secret, String standard, String helpZh, String helpEn) {}

    public ChannelDescriptor {
        var complete = new EnumMap<Capability, Offer>(Capability.class);
        for (var capability : Capability.values()) {
            complete.put(capability, offers.getOrDefault(capability, Offer.UNSUPPORTED));
        }
        offers = Map.copyOf(complete);
        configuration = List.copyOf(configuration);
        addingWays = List.copyOf(addingWays);
    }

    /// A channel that says nothing about how contacts are made.
    public ChannelDescriptor(
            String id,
            String nameZh,
            String nameEn,
            int spiVersion,
            Stability stability,
            Map<Capability, Offer> offers,
            List<ConfigurationField> configuration) {
        this(id, nameZh, nameEn, spiVersion, stability, offers, configuration, List.of());
    }

    /// How the channel offers this capability; what it does not name is unsupported.
    public Offer offer(Capability capability) {
        return offers.getOrDefault(capability, Offer.UNSUPPORTED);
    }
}
