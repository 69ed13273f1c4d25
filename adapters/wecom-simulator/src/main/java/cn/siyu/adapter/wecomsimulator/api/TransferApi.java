package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.people.Transfers;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.TransferRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Handing customers from one member to another (客户继承), on the job and after leaving. Each
/// customer gets an errcode of its own; 0 means accepted, not done.
final class TransferApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int TEXT = 200;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private TransferApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(
                        ROOT + "transfer_customer", (call, answer) -> transfer(call, answer, false), "customer"),
                Endpoint.contactPost(
                        ROOT + "resigned/transfer_customer",
                        (call, answer) -> transfer(call, answer, true),
                        "customer"),
                Endpoint.contactPost(ROOT + "transfer", TransferApi::transferOne));
    }

    /// The two members of a call, as the directory writes them.
    record Pair(StaffRow handover, StaffRow takeover) {
        static Pair of(Call call) {
            return new Pair(named(call, "handover_userid"), named(call, "takeover_userid"));
        }

        private static StaffRow named(Call call, String field) {
            var userid = call.params().text(field);
            if (userid.isEmpty()) {
                throw Errcode.BAD_USERID.error();
            }
            return StaffApi.visibleMember(call, userid);
        }
    }

    private static void transfer(Call call, ObjectNode answer, boolean resigned) {
        Scale.check(call);
        var members = Pair.of(call);
        var ids = call.params().texts("external_userid");
        if (ids.isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        if (ids.size() > call.corp().limits().customersPerTransfer()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var text = resigned ? "" : Words.within(call.params(), "transfer_success_msg", TEXT);
        var customers = answer.putArray("customer");
        for (var id : ids) {
            var error = begin(call, members, id, resigned, text);
            customers
                    .addObject()
                    .put("external_userid", id)
                    .put("errcode", error.map(Errcode::code).orElse(0));
        }
    }

    /// The older call (分配成员的客户): one customer, and whether the member has left decides which
    /// kind it is.
    private static void transferOne(Call call, ObjectNode answer) {
        var members = Pair.of(call);
        var id = call.params().text("external_userid");
        if (id.isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        begin(call, members, id, members.handover().hasLeft(), "").ifPresent(error -> {
            throw error.error();
        });
    }

    /// Starts one customer's transfer, or tells why not.
    private static Optional<Errcode> begin(Call call, Pair members, String id, boolean resigned, String text) {
        var customer = call.corp().contacts().byId(id).orElse(null);
        if (customer == null) {
            return Optional.of(Errcode.BAD_EXTERNAL_USERID);
        }
        var error = aboutMembers(call, members, resigned).or(() -> aboutCustomer(call, members, customer, resigned));
        if (error.isEmpty()) {
            var handover = members.handover().userid();
            Transfers.begin(call.corp(), customer, handover, members.takeover().userid(), resigned, text);
        }
        return error;
    }

    private static Optional<Errcode> aboutMembers(Call call, Pair members, boolean resigned) {
        var handover = members.handover();
        var takeover = members.takeover();
        if (handover.userid().equals(takeover.userid())) {
            return Optional.of(Errcode.SAME_PERSON);
        }
        if (resigned && !handover.hasLeft()) {
            return Optional.of(Errcode.NOT_RESIGNED);
        }
        if (!resigned && handover.hasLeft()) {
            return Optional.of(Errcode.NOT_A_FOLLOWER);
        }
        if (handover.standing().teamAccount() || takeover.standing().teamAccount()) {
            return Optional.of(Errcode.TEAM_ACCOUNT);
        }
        if (!takeover.serves() || takeover.standing().unverified()) {
            return Optional.of(Errcode.USER_NOT_VERIFIED);
        }
        if (takeover.standing().banned()) {
            return Optional.of(Errcode.TAKEOVER_BANNED);
        }
        var leftLongAgo = resigned && !recent(call, handover.standing().leftAt(), call.now());
        return leftLongAgo || !loggedIn(call, handover) || !loggedIn(call, takeover)
                ? Optional.of(Errcode.LOGIN_TOO_OLD)
                : Optional.empty();
    }

    /// Whether a member has logged in within the year; before it left, when it has.
    private static boolean loggedIn(Call call, StaffRow member) {
        var last = member.standing().lastLoginAt();
        return last == 0
                || recent(call, last, member.hasLeft() ? member.standing().leftAt() : call.now());
    }

    private static boolean recent(Call call, long at, long now) {
        return now - at <= call.corp().limits().loginDays() * DAY;
    }

    private static Optional<Errcode> aboutCustomer(Call call, Pair members, CustomerRow customer, boolean resigned) {
        var corp = call.corp();
        var relation =
                corp.contacts().relation(customer.number(), members.handover().userid());
        if (corp.contacts().followersOf(customer.number()).isEmpty()
                || relation.filter(found -> found.oneSided()).isPresent()) {
            return Optional.of(Errcode.NO_RELATION);
        }
        if (relation.isEmpty()) {
            return Optional.of(Errcode.NOT_A_FOLLOWER);
        }
        if (corp.transfers().waiting(customer.number()).isPresent()) {
            return Optional.of(resigned ? Errcode.RESIGNED_IN_TRANSFER : Errcode.IN_TRANSFER);
        }
        if (!resigned && corp.limited() && tooOften(call, customer)) {
            return Optional.of(Errcode.TRANSFERRED_TOO_OFTEN);
        }
        var known = corp.contacts()
                .relation(customer.number(), members.takeover().userid())
                .isPresent();
        return known || Encounters.hasRoom(corp, members.takeover())
                ? Optional.empty()
                : Optional.of(Errcode.TAKEOVER_FULL);
    }

    private static boolean tooOften(Call call, CustomerRow customer) {
        var today = CorpClock.day(call.now());
        var done = call.corp().transfers().ofCustomer(customer.number()).stream()
                .filter(row -> !row.resigned() && row.state() == TransferRow.State.DONE)
                .filter(row -> today - CorpClock.day(row.endsAt())
                        < call.corp().limits().transferPeriodDays())
                .count();
        return done >= call.corp().limits().transfersInPeriod();
    }
}
