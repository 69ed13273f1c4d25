package cn.siyu.application.engine;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows what waits for a person between a brand and its channels: parked events and failed
/// commands. They may be about customers of any department, so only who sees the whole brand sees
/// them.
public final class ReadTroubles {
    private final Inbox inbox;
    private final ChannelCommands commands;
    private final ChannelAccounts accounts;
    private final IdSource ids;

    public ReadTroubles(Inbox inbox, ChannelCommands commands, ChannelAccounts accounts, IdSource ids) {
        this.inbox = inbox;
        this.commands = commands;
        this.accounts = accounts;
        this.ids = ids;
    }

    /// Troubles of some kinds, newest first.
    ///
    /// @param before the number of the last one of the page before; `Long.MAX_VALUE` for the first
    ///     page
    public List<Trouble> newest(Caller caller, Set<Trouble.Kind> kinds, long before, int atMost) {
        return caller.sees() instanceof DataScope.WholeBrand
                ? newest(caller.brand(), kinds, before, atMost)
                : List.of();
    }

    List<Trouble> newest(BrandId brand, Set<Trouble.Kind> kinds, long before, int atMost) {
        var events = kinds.contains(Trouble.Kind.EVENT)
                ? inbox.parked(brand, before, atMost).stream().map(this::trouble)
                : Stream.<Trouble>of();
        var failed = kinds.contains(Trouble.Kind.COMMAND)
                ? commands.failed(brand, before, atMost)
                : List.<ChannelCommands.Failed>of();
        var known = accounts(brand, failed);
        return Stream.concat(events, failed.stream().map(one -> trouble(one, known)))
                .sorted(Comparator.comparingLong(Trouble::id).reversed())
                .limit(atMost)
                .toList();
    }

    private Map<ChannelAccountId, PublicId> accounts(BrandId brand, List<ChannelCommands.Failed> failed) {
        var wanted = failed.stream().map(one -> one.command().account()).collect(Collectors.toSet());
        return accounts.findAll(brand, wanted).stream()
                .collect(Collectors.toMap(ChannelAccount::id, ChannelAccount::publicId));
    }

    private Trouble trouble(Inbox.Parked parked) {
        var event = parked.event();
        return new Trouble(
                event.id(),
                ids.publicId(event.id(), event.receivedAt()),
                Trouble.Kind.EVENT,
                event.connection(),
                null,
                null,
                event.receivedAt(),
                parked.attempts(),
                parked.problem());
    }

    private Trouble trouble(ChannelCommands.Failed failed, Map<ChannelAccountId, PublicId> accounts) {
        return new Trouble(
                failed.id(),
                ids.publicId(failed.id(), failed.createdAt()),
                Trouble.Kind.COMMAND,
                null,
                switch (failed.command()) {
                    case ChannelCommand.MarkTags _ -> Trouble.Command.MARK_TAGS;
                    case ChannelCommand.SetRemark _ -> Trouble.Command.SET_REMARK;
                },
                accounts.get(failed.command().account()),
                failed.createdAt(),
                failed.attempts(),
                failed.problem());
    }
}
