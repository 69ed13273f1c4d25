package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A channel with one connection that lives in memory and passes the same contract as the real
/// ones. What happens on its far side is done through [InMemoryFarSide].
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
        for (var capability : Capability.values()) {
            offers.put(capability, Offer.natively(Limits.NONE));
        }
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

    @Override
    public Optional<StaffNotices> notices() {
        return Optional.of(farSide.notices);
    }

    @Override
    public Optional<CustomerGroups> groups() {
        return Optional.of(farSide.groups);
    }

    @Override
    public Optional<GroupJoinWays> groupJoinWays() {
        return Optional.of(farSide.joinWays);
    }

    @Override
    public Optional<GroupMessages> groupMessages() {
        return Optional.of(farSide.groupMessages);
    }

    @Override
    public Optional<Transfers> transfers() {
        return Optional.of(farSide.transfers);
    }

    @Override
    public Optional<Moments> moments() {
        return Optional.of(farSide.moments);
    }

    @Override
    public Optional<AcquisitionLinks> acquisitionLinks() {
        return Optional.of(farSide.links);
    }

    @Override
    public Optional<ChannelStatistics> statistics() {
        return Optional.of(new InMemoryStatistics(farSide));
    }

    @Override
    public Optional<ProductAlbums> productAlbums() {
        return Optional.of(farSide.productAlbums);
    }

    @Override
    public Optional<InterceptRules> interceptRules() {
        return Optional.of(farSide.interceptRules);
    }

    @Override
    public Optional<GroupGreetings> groupGreetings() {
        return Optional.of(farSide.groupGreetings);
    }

    @Override
    public Optional<Strategies> customerStrategies() {
        return Optional.of(farSide.customerStrategies);
    }

    @Override
    public Optional<StrategyTags> strategyTags() {
        return Optional.of(farSide.strategyTags);
    }

    @Override
    public Optional<Strategies> momentStrategies() {
        return Optional.of(farSide.momentStrategies);
    }

    @Override
    public Optional<IdConversions> idConversions() {
        return Optional.of(new InMemoryIds(farSide));
    }

    @Override
    public Optional<TemporaryChats> temporaryChats() {
        return Optional.of(farSide.temporaryChats);
    }

    @Override
    public Optional<SidebarPages> sidebar() {
        return Optional.of(farSide.sidebar);
    }
}
