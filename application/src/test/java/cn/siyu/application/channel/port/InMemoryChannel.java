package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A channel with one connection that lives in memory and passes the same contract as the real
/// ones. What happens on
/// its
/// far side is done through [InMemoryFarSide].
public record InMemoryChannel(String name, String brand, InMemoryFarSide farSide, Duration reconcileEvery)
        implements ChannelAdapter, ChannelConnection {
    /// One that is not compared without being asked.
    public InMemoryChannel(String name, String brand, InMemoryFarSide farSide) {
        this(name, brand, farSide, Duration.ZERO);
    }

    @Override
    public ChannelDescriptor descriptor() {
        return new ChannelDescriptor(
                "in-memory",
                "内存渠道",
                "In memory",
                ChannelDescriptor.SPI_VERSION,
                ChannelDescriptor.Stability.STABLE,
                Map.of(
                        Capability.MASS_MESSAGE, Offer.natively(InMemoryMassMessages.LIMITS),
                        Capability.WELCOME_MESSAGE, Offer.natively(InMemoryEncounters.WELCOME),
                        Capability.CONTACT_DIRECTORY, Offer.natively(Limits.NONE),
                        Capability.CONTACT_WAY, Offer.natively(Limits.NONE),
                        Capability.CONTACT_TAG, Offer.natively(Limits.NONE),
                        Capability.CONTACT_REMARK, Offer.natively(Limits.NONE),
                        Capability.STAFF_DIRECTORY, Offer.natively(Limits.NONE),
                        Capability.EVENTS, Offer.natively(Limits.NONE)),
                List.of());
    }

    @Override
    public List<ChannelConnection> connections() {
        return List.of(this);
    }

    @Override
    public ChannelEventTranslator events() {
        return farSide::translate;
    }

    @Override
    public String idScope() {
        return name();
    }

    @Override
    public MassMessages massMessages() {
        return new InMemoryMassMessages(farSide);
    }

    @Override
    public Welcomes welcomes() {
        return new InMemoryEncounters(farSide);
    }

    @Override
    public ContactDirectory contacts() {
        return new InMemoryContacts(farSide);
    }

    @Override
    public ContactWayProvider contactWays() {
        return new InMemoryEncounters(farSide);
    }

    @Override
    public TagDirectory tags() {
        return new InMemoryTags(farSide);
    }

    @Override
    public Remarks remarks() {
        return new InMemoryContacts(farSide);
    }

    @Override
    public StaffDirectory staff() {
        return new InMemoryContacts(farSide);
    }
}
