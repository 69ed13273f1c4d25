package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import java.time.Instant;
import java.util.List;

/// Takes in that money of an order was paid back (退款). All of it takes the order back as a fact:
/// evidence, stage and attribution are then as if it had never been paid.
public final class RecordRefunds {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final Orders orders;
    private final FollowOrders follow;

    public RecordRefunds(UnitOfWork work, BrandClock clock, IdSource ids, Orders orders, FollowOrders follow) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.orders = orders;
        this.follow = follow;
    }

    /// One refund as it is reported.
    ///
    /// @param order the order's public id
    /// @param externalId the shop's key of the refund, unique for the order
    /// @param amountMinor above 0
    public record Command(BrandId brand, PublicId order, String externalId, long amountMinor, Instant refundedAt) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is recorded now.
        ///
        /// @param order as it is afterwards
        record Recorded(Refund refund, Order order) implements Outcome {}

        /// It was recorded before.
        record Repeated(Refund refund) implements Outcome {}

        /// There is no such order.
        record OrderUnknown() implements Outcome {}

        /// The key stands for another refund of this order.
        record KeyReused() implements Outcome {}

        /// Together with what was paid back before it is more than what was paid.
        ///
        /// @param leftMinor how much can still be paid back
        record MoreThanPaid(long leftMinor) implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> orders.byPublicId(command.brand(), command.order())
                .flatMap(order -> orders.lock(command.brand(), order.id()))
                .map(order -> refund(command, order))
                .orElseGet(Outcome.OrderUnknown::new));
    }

    private Outcome refund(Command command, Order order) {
        var brand = command.brand();
        var now = clock.now(brand);
        var offered = new Refund(
                ids.next(), order.id(), command.externalId(), command.amountMinor(), command.refundedAt(), now);
        var known = orders.refundsOf(brand, order.id()).stream()
                .filter(refund -> refund.externalId().equals(command.externalId()))
                .findFirst();
        if (known.isPresent()) {
            return known.get().saysTheSameAs(offered) ? new Outcome.Repeated(known.get()) : new Outcome.KeyReused();
        }
        long left = order.amountMinor() - order.refundedMinor();
        if (command.amountMinor() > left) {
            return new Outcome.MoreThanPaid(left);
        }
        orders.add(brand, offered);
        var after = orders.lock(brand, order.id()).orElseThrow();
        follow.refunded(brand, List.of(after), now);
        return new Outcome.Recorded(offered, after);
    }
}
