package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
                offers(),
                List.of());
    }

    private static Map<Capability, Offer> offers() {
        var offers = new EnumMap<Capability, Offer>(Capability.class);
        Stream.of(
                        Capability.CONTACT_DIRECTORY,
                        Capability.CONTACT_WAY,
                        Capability.CONTACT_TAG,
                        Capability.CONTACT_REMARK,
                        Capability.STAFF_DIRECTORY,
                        Capability.MEDIA_UPLOAD,
                        Capability.EVENTS)
                .forEach(capability -> offers.put(capability, Offer.natively(Limits.NONE)));
        offers.put(Capability.MASS_MESSAGE, Offer.natively(InMemoryMassMessages.LIMITS));
        offers.put(Capability.WELCOME_MESSAGE, Offer.natively(InMemoryEncounters.WELCOME));
        return offers;
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

    @Override
    public Optional<MediaUploads> media() {
        return Optional.of(new InMemoryMedia(farSide));
    }
}
