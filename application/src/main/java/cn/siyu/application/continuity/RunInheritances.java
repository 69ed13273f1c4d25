package cn.siyu.application.continuity;

import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Does what is due of all orders: finds groups, asks for transfers, follows them to their end.
/// Safe to kill at any point, and no transaction is open while the channel is asked.
public final class RunInheritances {
    private final PrepareInheritances prepare;
    private final AskForTransfers ask;
    private final FollowTransfers follow;
    private final Inheritances inheritances;
    private final TransferBook book;
    private final Duration callOver;

    /// @param callOver how long after its intent a call has certainly ended, in the machine's time
    public RunInheritances(
            PrepareInheritances prepare,
            AskForTransfers ask,
            FollowTransfers follow,
            Inheritances inheritances,
            TransferBook book,
            Duration callOver) {
        this.prepare = prepare;
        this.ask = ask;
        this.follow = follow;
        this.inheritances = inheritances;
        this.book = book;
        this.callOver = callOver;
    }

    /// Does some of what is due.
    ///
    /// @return how many orders, transfers and calls were looked at
    public int runDue(BrandId brand, Instant now, int atMost) {
        int worked = ask.park(brand, now, callOver);
        worked += follow.runDue(brand, now, atMost);
        worked += prepare.runDue(brand, now, atMost);
        worked += ask.runDue(brand, now, atMost);
        return worked;
    }

    /// When the next is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return Stream.of(inheritances.nextDueAt(brand), book.nextDueAt(brand))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
