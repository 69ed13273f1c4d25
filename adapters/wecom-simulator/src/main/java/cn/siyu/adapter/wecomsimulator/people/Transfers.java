package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.CorpEvents;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.TransferNotice;
import cn.siyu.adapter.wecomsimulator.world.TransferRow;
import cn.siyu.adapter.wecomsimulator.world.TransferRow.State;
import java.util.LinkedHashSet;
import java.util.Set;

/// Customers go from one member to another (客户继承). Asked for, a customer goes over by itself
/// after 24 h unless it refuses before.
public final class Transfers {
    private static final String WAIT = "TRANSFER";
    private static final int ADD_WAY_ASSIGNED = 202;
    private static final String USUAL_TEXT = "您好，您的服务已升级，后续将由我继续为您服务。";

    private Transfers() {}

    /// Starts a transfer; whoever calls has checked that it is allowed.
    /// @param text told to the customer afterwards; `""` = the platform's own words
    public static TransferRow begin(
            Corp corp, CustomerRow customer, String handover, String takeover, boolean resigned, String text) {
        var now = corp.clock().now();
        var due = now + corp.limits().transferSeconds();
        var row = new TransferRow(
                corp.transfers().nextSequence(),
                customer.number(),
                handover,
                takeover,
                resigned,
                now,
                due,
                text,
                State.WAITING);
        corp.put(row);
        corp.put(wait(corp, row));
        return row;
    }

    /// The customer says no within its 24 h (客户拒绝).
    /// @return whether a transfer was waiting
    public static boolean refuse(Corp corp, CustomerRow customer) {
        var waiting = corp.transfers().waiting(customer.number());
        waiting.ifPresent(row -> {
            corp.put(new EventRow.Done(wait(corp, row).id()));
            fail(corp, row, State.REFUSED);
        });
        return waiting.isPresent();
    }

    /// The 24 h are over: the customer goes over, or it turns out that it cannot.
    public static void due(Corp corp, int sequence) {
        corp.transfers().transfer(sequence).filter(TransferRow::waits).ifPresent(row -> {
            var old = corp.contacts().relation(row.customer(), row.handover());
            var present = corp.contacts().relation(row.customer(), row.takeover());
            var friends = present.filter(found -> !found.oneSided()).isPresent();
            if (old.isEmpty() || old.get().oneSided()) {
                fail(corp, row, State.REFUSED);
            } else if (!friends && !hasRoom(corp, row.takeover())) {
                fail(corp, row, State.FULL);
            } else {
                goOver(corp, row, old.get(), friends);
            }
        });
    }

    private static boolean hasRoom(Corp corp, String userid) {
        return corp.directory()
                .staff(userid)
                .filter(member -> Encounters.hasRoom(corp, member))
                .isPresent();
    }

    private static void goOver(Corp corp, TransferRow row, RelationRow old, boolean friends) {
        var now = corp.clock().now();
        var customer = corp.contacts().byNumber(row.customer());
        var cameFromThere = cameFrom(corp, row);
        corp.put(row.ended(State.DONE, now));
        corp.put(new RelationRow.Gone(row.customer(), row.handover()));
        if (!row.resigned()) {
            CorpEvents.contactTransferred(corp, row.handover(), customer.externalUserId());
        }
        if (!friends) {
            var relation = inherited(customer, row, old, now);
            corp.put(relation);
            if (!cameFromThere) {
                CorpEvents.contactAdded(corp, row.takeover(), customer.externalUserId(), "", "");
            }
            corp.reactions().added(corp, relation);
        }
        corp.put(new TransferNotice(
                now, row.customer(), row.takeover(), row.text().isEmpty() ? USUAL_TEXT : row.text()));
    }

    /// Remarks and corp tags go with the customer; a member's own tags do not.
    private static RelationRow inherited(CustomerRow customer, TransferRow row, RelationRow old, long now) {
        return RelationRow.fresh(customer, row.takeover(), now, ADD_WAY_ASSIGNED, "")
                .madeBy(row.handover())
                .withRemarks(old.remark(), old.description(), old.remarkCompany(), old.mobiles())
                .withTags(new LinkedHashSet<>(old.tags()), Set.of());
    }

    /// Whether the customer was once handed over by the very member who takes it now; apps are then
    /// not told.
    private static boolean cameFrom(Corp corp, TransferRow row) {
        return corp.transfers().ofCustomer(row.customer()).stream()
                .anyMatch(
                        other -> other.state() == State.DONE && other.handover().equals(row.takeover()));
    }

    private static void fail(Corp corp, TransferRow row, State how) {
        corp.put(row.ended(how, corp.clock().now()));
        CorpEvents.transferFailed(
                corp,
                how == State.FULL ? "customer_limit_exceed" : "customer_refused",
                row.takeover(),
                corp.contacts().byNumber(row.customer()).externalUserId());
    }

    private static EventRow wait(Corp corp, TransferRow row) {
        return EventRow.of(
                corp.clock().rounded(row.endsAt()), WAIT, row.customer(), row.takeover(), row.sequence(), "");
    }
}
