package cn.siyu.application.channel.port;

import java.time.Duration;

/// One brand's access to one channel, for WeCom a self-built app (自建应用) of the brand's corp.
/// All roles share its
/// credential, its limits and its clock. A role whose capability is not NATIVE answers
/// [NotDoneReason#UNSUPPORTED] to everything and sends nothing.
public interface ChannelConnection {
    /// Name of the connection, unique within the channel; it is part of the callback address.
    String name();

    /// Slug of the brand (品牌) it belongs to.
    String brand();

    /// Inside what the channel's ids of customers are unique, for WeCom the corp id: two
    /// connections with one scope see
    /// the same customers under the same ids.
    String idScope();

    /// How often all contacts of the connection are compared with what is known here, without
    /// being asked (对账); zero: never.
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

    default MediaUploads media() {
        return Unsupported.role(MediaUploads.class);
    }

    default StaffNotices notices() {
        return Unsupported.role(StaffNotices.class);
    }

    default CustomerGroups groups() {
        return Unsupported.role(CustomerGroups.class);
    }

    default GroupJoinWays groupJoinWays() {
        return Unsupported.role(GroupJoinWays.class);
    }

    default GroupMessages groupMessages() {
        return Unsupported.role(GroupMessages.class);
    }

    default Transfers transfers() {
        return Unsupported.role(Transfers.class);
    }

    default Moments moments() {
        return Unsupported.role(Moments.class);
    }

    default AcquisitionLinks acquisitionLinks() {
        return Unsupported.role(AcquisitionLinks.class);
    }

    default ChannelStatistics statistics() {
        return Unsupported.role(ChannelStatistics.class);
    }
}
