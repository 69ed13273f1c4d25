package cn.siyu.application.engine;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.intake.port.Inbox;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives what waits for a person another try, once its cause is mended: it is due at once, and has
/// all its attempts again. What fails once more comes back as a trouble.
public final class RetryTroubles {
    private static final int PAGE = 500;

    private final ReadTroubles read;
    private final Inbox inbox;
    private final ChannelCommands commands;
    private final BrandClock clock;
    private final UnitOfWork work;

    public RetryTroubles(ReadTroubles read, Inbox inbox, ChannelCommands commands, BrandClock clock, UnitOfWork work) {
        this.read = read;
        this.inbox = inbox;
        this.commands = commands;
        this.clock = clock;
        this.work = work;
    }

    /// Which ones are tried again.
    ///
    /// @param kinds of which kinds
    /// @param only these; empty for all
    public record Command(Caller caller, Set<Trouble.Kind> kinds, Optional<Set<PublicId>> only) {}

    /// Says how many are tried again; one that is no trouble any more isn't counted.
    ///
    /// @throws WholeBrand.PartOnly if the caller sees only a part of the brand
    public int handle(Command command) {
        WholeBrand.require(command.caller());
        return work.inTransaction(() -> {
            int retried = 0;
            long before = Long.MAX_VALUE;
            var page = read.newest(command.caller(), command.kinds(), before, PAGE);
            while (!page.isEmpty()) {
                retried += retry(command, page);
                before = page.getLast().id();
                page = read.newest(command.caller(), command.kinds(), before, PAGE);
            }
            return retried;
        });
    }

    private int retry(Command command, List<Trouble> page) {
        var brand = command.caller().brand();
        var now = clock.now(brand);
        return inbox.retry(brand, wanted(command, page, Trouble.Kind.EVENT), now)
                + commands.retry(brand, wanted(command, page, Trouble.Kind.COMMAND), now);
    }

    private static List<Long> wanted(Command command, List<Trouble> page, Trouble.Kind kind) {
        return page.stream()
                .filter(trouble -> trouble.kind() == kind)
                .filter(trouble -> command.only()
                        .map(ids -> ids.contains(trouble.publicId()))
                        .orElse(true))
                .map(Trouble::id)
                .toList();
    }
}
