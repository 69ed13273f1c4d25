package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.Optional;

/// One brand's access to one channel, for WeCom a self-built app (自建应用) of the brand's corp.
/// All roles share its credential, its limits and its clock. A role whose capability is not NATIVE
/// answers [NotDoneReason#UNSUPPORTED] to everything and sends nothing; those that few channels
/// have are empty instead.
public interface ChannelConnection {
    /// Name of the connection, unique within the channel; it is part of the callback address.
    String name();

    /// Slug of the brand (品牌) it belongs to.
    String brand();

    /// Inside what the channel's ids of customers are unique, for WeCom the corp id: two
    /// connections with one scope see the same customers under the same ids. Empty for a channel
    /// that has no ids of its own.
    String idScope();

    /// How often all contacts of the connection are compared with what is known here, without being
    /// asked (对账); zero: never.
    default Duration reconcileEvery() {
        return Duration.ZERO;
    }

    MassMessages massMessages();

    Welcomes welcomes();

    ContactDirectory contacts();

    ContactWayProvider contactWays();

    TagDirectory tags();

    Remarks remarks();

    StaffDirectory staff();

    default Optional<MediaUploads> media() {
        return Optional.empty();
    }

    default Optional<StaffNotices> notices() {
        return Optional.empty();
    }

    default Optional<CustomerGroups> groups() {
        return Optional.empty();
    }

    default Optional<GroupJoinWays> groupJoinWays() {
        return Optional.empty();
    }

    default Optional<GroupMessages> groupMessages() {
        return Optional.empty();
    }

    default Optional<Transfers> transfers() {
        return Optional.empty();
    }

    default Optional<Moments> moments() {
        return Optional.empty();
    }

    default Optional<AcquisitionLinks> acquisitionLinks() {
        return Optional.empty();
    }

    default Optional<ChannelStatistics> statistics() {
        return Optional.empty();
    }

    default Optional<ProductAlbums> productAlbums() {
        return Optional.empty();
    }

    default Optional<InterceptRules> interceptRules() {
        return Optional.empty();
    }

    default Optional<GroupGreetings> groupGreetings() {
        return Optional.empty();
    }

    default Optional<Strategies> customerStrategies() {
        return Optional.empty();
    }

    default Optional<StrategyTags> strategyTags() {
        return Optional.empty();
    }

    default Optional<Strategies> momentStrategies() {
        return Optional.empty();
    }

    default Optional<IdConversions> idConversions() {
        return Optional.empty();
    }

    default Optional<TemporaryChats> temporaryChats() {
        return Optional.empty();
    }

    default Optional<SidebarPages> sidebar() {
        return Optional.empty();
    }
}
