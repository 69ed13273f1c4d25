package cn.siyu.application.continuity;

import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds others for what somebody was to take over and cannot (改派): the channel says that there
/// is no room, or doesn't let them. They get nothing more of this order, but for groups, if it is
/// customers that they have no room for. Without anybody left the transfers end, and what they are
/// about stays where it is.
public final class Reassign {
    private final Inheritances inheritances;
    private final TransferBook book;
    private final Colleagues colleagues;

    public Reassign(Inheritances inheritances, TransferBook book, Colleagues colleagues) {
        this.inheritances = inheritances;
        this.book = book;
        this.colleagues = colleagues;
    }

    /// Inside the caller's transaction, which holds the inheritance.
    ///
    /// @param stuck open transfers to that taker
    /// @return the transfers as they are now, not written down; what was queued for the taker
    ///     besides is written
    List<Transfer> away(
            BrandId brand,
            Inheritance inheritance,
            ChannelAccountId taker,
            Standing why,
            List<Transfer> stuck,
            Instant now) {
        inheritances.close(brand, inheritance.id(), taker, why);
        var spread = colleagues.distribution(
                brand, inheritance, stuck.getFirst().from(), inheritances.takers(brand, inheritance.id()), now);
        var moved = new ArrayList<Transfer>();
        stuck.forEach(one -> moved.add(other(spread, one, why, now)));
        var stuckIds = stuck.stream().map(Transfer::id).toList();
        var queued = book.queuedOf(brand, inheritance.id()).stream()
                .filter(one -> taker.equals(one.to()) && !stuckIds.contains(one.id()))
                .filter(one -> why == Standing.UNFIT || one.ofCustomer())
                .map(one -> other(spread, one, why, now))
                .toList();
        book.replace(brand, queued);
        return moved;
    }

    private static Transfer other(Colleagues.Spread spread, Transfer one, Standing why, Instant now) {
        Optional<ChannelAccountId> next = spread.next(one.subject());
        if (next.isPresent()) {
            return one.queued(next.get(), now, null);
        }
        return why == Standing.UNFIT && spread.nobody()
                ? one.ended(State.IMPOSSIBLE, Reason.NO_TAKER, now)
                : one.ended(State.NO_CAPACITY, null, now);
    }
}
