package cn.siyu.adapter.wecom;

import cn.siyu.adapter.wecom.callback.CallbackCrypto;
import cn.siyu.adapter.wecom.callback.CallbackDoor;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.adapter.wecom.role.WeComAcquisitionLinks;
import cn.siyu.adapter.wecom.role.WeComContactDirectory;
import cn.siyu.adapter.wecom.role.WeComContactWays;
import cn.siyu.adapter.wecom.role.WeComGroupGreetings;
import cn.siyu.adapter.wecom.role.WeComGroupMessages;
import cn.siyu.adapter.wecom.role.WeComGroups;
import cn.siyu.adapter.wecom.role.WeComIdConversions;
import cn.siyu.adapter.wecom.role.WeComInterceptRules;
import cn.siyu.adapter.wecom.role.WeComJoinWays;
import cn.siyu.adapter.wecom.role.WeComMassMessages;
import cn.siyu.adapter.wecom.role.WeComMedia;
import cn.siyu.adapter.wecom.role.WeComMoments;
import cn.siyu.adapter.wecom.role.WeComNotices;
import cn.siyu.adapter.wecom.role.WeComProductAlbums;
import cn.siyu.adapter.wecom.role.WeComRemarks;
import cn.siyu.adapter.wecom.role.WeComSidebarPages;
import cn.siyu.adapter.wecom.role.WeComStaffDirectory;
import cn.siyu.adapter.wecom.role.WeComStatistics;
import cn.siyu.adapter.wecom.role.WeComStrategies;
import cn.siyu.adapter.wecom.role.WeComStrategyTags;
import cn.siyu.adapter.wecom.role.WeComTags;
import cn.siyu.adapter.wecom.role.WeComTemporaryChats;
import cn.siyu.adapter.wecom.role.WeComTransfers;
import cn.siyu.adapter.wecom.role.WeComWelcomes;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelStatistics;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.GroupGreetings;
import cn.siyu.application.channel.port.GroupJoinWays;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.IdConversions;
import cn.siyu.application.channel.port.InterceptRules;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.ProductAlbums;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.SidebarPages;
import cn.siyu.application.channel.port.StaffDirectory;
import cn.siyu.application.channel.port.StaffNotices;
import cn.siyu.application.channel.port.Strategies;
import cn.siyu.application.channel.port.StrategyTags;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.channel.port.TemporaryChats;
import cn.siyu.application.channel.port.Transfers;
import cn.siyu.application.channel.port.Welcomes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// One app with its token, its roles, and its callback door.
record WeComConnection(WeComApp app, WeComClient client, CallbackDoor door) implements ChannelConnection {
    static WeComConnection of(WeComApp app, WeComClients clients, InstantSource clock) {
        var crypto = new CallbackCrypto(app.callbackToken(), app.encodingAesKey(), app.corpId());
        return new WeComConnection(
                app,
                clients.client(app, clock),
                new CallbackDoor(WeComAdapter.CHANNEL, app.name(), app.brand(), crypto, clock));
    }

    @Override
    public String name() {
        return app.name();
    }

    @Override
    public String brand() {
        return app.brand();
    }

    @Override
    public String idScope() {
        return app.corpId();
    }

    @Override
    public Duration reconcileEvery() {
        return app.reconcileEvery();
    }

    @Override
    public MassMessages massMessages() {
        return new WeComMassMessages(client);
    }

    @Override
    public Welcomes welcomes() {
        return new WeComWelcomes(client);
    }

    @Override
    public ContactDirectory contacts() {
        return new WeComContactDirectory(client);
    }

    @Override
    public ContactWayProvider contactWays() {
        return new WeComContactWays(client);
    }

    @Override
    public TagDirectory tags() {
        return new WeComTags(client);
    }

    @Override
    public Remarks remarks() {
        return new WeComRemarks(client);
    }

    @Override
    public StaffDirectory staff() {
        return new WeComStaffDirectory(client);
    }

    @Override
    public Optional<MediaUploads> media() {
        return Optional.of(new WeComMedia(client));
    }

    @Override
    public Optional<StaffNotices> notices() {
        return Optional.of(new WeComNotices(client, app.agentId()));
    }

    @Override
    public Optional<CustomerGroups> groups() {
        return Optional.of(new WeComGroups(client));
    }

    @Override
    public Optional<GroupJoinWays> groupJoinWays() {
        return Optional.of(new WeComJoinWays(client));
    }

    @Override
    public Optional<GroupMessages> groupMessages() {
        return Optional.of(new WeComGroupMessages(client));
    }

    @Override
    public Optional<Transfers> transfers() {
        return Optional.of(new WeComTransfers(client));
    }

    @Override
    public Optional<Moments> moments() {
        return Optional.of(new WeComMoments(client));
    }

    @Override
    public Optional<AcquisitionLinks> acquisitionLinks() {
        return Optional.of(new WeComAcquisitionLinks(client));
    }

    @Override
    public Optional<ProductAlbums> productAlbums() {
        return Optional.of(new WeComProductAlbums(client));
    }

    @Override
    public Optional<InterceptRules> interceptRules() {
        return Optional.of(new WeComInterceptRules(client));
    }

    @Override
    public Optional<GroupGreetings> groupGreetings() {
        return Optional.of(new WeComGroupGreetings(client));
    }

    @Override
    public Optional<Strategies> customerStrategies() {
        return Optional.of(WeComStrategies.forCustomers(client));
    }

    @Override
    public Optional<StrategyTags> strategyTags() {
        return Optional.of(new WeComStrategyTags(client));
    }

    @Override
    public Optional<Strategies> momentStrategies() {
        return Optional.of(WeComStrategies.forMoments(client));
    }

    @Override
    public Optional<IdConversions> idConversions() {
        return Optional.of(new WeComIdConversions(client));
    }

    @Override
    public Optional<TemporaryChats> temporaryChats() {
        return Optional.of(new WeComTemporaryChats(client));
    }

    @Override
    public Optional<SidebarPages> sidebar() {
        return Optional.of(new WeComSidebarPages(client));
    }

    @Override
    public Optional<ChannelStatistics> statistics() {
        return Optional.of(new WeComStatistics(client));
    }
}
