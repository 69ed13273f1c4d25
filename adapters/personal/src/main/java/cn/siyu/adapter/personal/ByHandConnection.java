package cn.siyu.adapter.personal;

import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.StaffDirectory;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.channel.port.Welcomes;

/// A brand's way to its personal accounts: people. Whoever calls one of its roles nevertheless is
/// told that the channel can't do it.
record ByHandConnection(String name, String brand) implements ChannelConnection {
    /// A personal account knows its friends by itself only.
    @Override
    public String idScope() {
        return "";
    }

    @Override
    public MassMessages massMessages() {
        return Refusals.ALL;
    }

    @Override
    public Welcomes welcomes() {
        return Refusals.ALL;
    }

    @Override
    public ContactDirectory contacts() {
        return Refusals.ALL;
    }

    @Override
    public ContactWayProvider contactWays() {
        return Refusals.ContactWays.NONE;
    }

    @Override
    public TagDirectory tags() {
        return Refusals.Tags.NONE;
    }

    @Override
    public Remarks remarks() {
        return Refusals.ALL;
    }

    @Override
    public StaffDirectory staff() {
        return Refusals.ALL;
    }
}
