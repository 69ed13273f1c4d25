package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.CorpEvents;
import cn.siyu.adapter.wecomsimulator.world.ConsentRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.WayRow;
import cn.siyu.adapter.wecomsimulator.world.WelcomeCodeRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Customers and members meet and part.
public final class Encounters {

    private Encounters() {}

    /// What became of an attempt to add a member.
    public sealed interface Met {
        /// They are contacts now.
        record Added(String userid, String welcomeCode) implements Met {}

        /// They already were; nothing changed and nobody is told.
        record AlreadyFriends(String userid) implements Met {}

        /// The other side has yet to answer.
        /// @param welcomeCode of a half-added contact, `""` otherwise
        record Asked(String userid, String welcomeCode) implements Met {}

        /// No member behind the code can take another customer.
        record Nobody(String reason) implements Met {}
    }

    /// A new customer comes into being; it knows nobody yet.
    public static CustomerRow born(Corp corp, String name, int gender) {
        var number = corp.contacts().count();
        var row = new CustomerRow(
                number,
                corp.ids().customer(number, 1),
                name,
                1,
                gender,
                corp.ids().unionid(number));
        corp.put(row);
        return row;
    }

    /// A customer scans the code of a contact way. With several members behind it the platform
    /// spreads customers over them; here by the customer's number, so that a run can be repeated.
    /// An exclusive way leads to the member who follows the customer already.
    public static Met scans(Corp corp, CustomerRow customer, WayRow way) {
        return scans(corp, customer, way, false);
    }

    /// The same scan.
    /// @param waits whether the member has not answered yet
    public static Met scans(Corp corp, CustomerRow customer, WayRow way, boolean waits) {
        if (way.temporary() && way.createdAt() + way.expiresIn() < corp.clock().now()) {
            return new Met.Nobody("the temporary code has expired");
        }
        if (way.temporary() && corp.tempChats().ofWay(way.configId()).isPresent()) {
            return new Met.Nobody("the temporary code was used before");
        }
        if (!way.unionid().isEmpty() && !way.unionid().equals(customer.unionid())) {
            return new Met.Nobody("the temporary code is for somebody else");
        }
        var members = membersOf(corp, way);
        var friends = friends(corp, customer);
        if (way.exclusive() && !friends.isEmpty()) {
            return new Met.AlreadyFriends(friends.getFirst());
        }
        for (var i = 0; i < members.size(); i++) {
            var member = members.get((customer.number() + i) % members.size());
            if (friends.contains(member.userid())) {
                return new Met.AlreadyFriends(member.userid());
            }
            if (hasRoom(corp, member)) {
                return Meeting.begin(
                        corp, customer, member.userid(), Approach.by(way).waiting(waits));
            }
        }
        return new Met.Nobody("no member behind this code can take a customer");
    }

    /// A customer adds a member in some other way, or the member adds it.
    public static Met adds(Corp corp, CustomerRow customer, StaffRow member, Approach approach) {
        var already = corp.contacts().relation(customer.number(), member.userid());
        if (already.isPresent() && !already.get().oneSided()) {
            return new Met.AlreadyFriends(member.userid());
        }
        return hasRoom(corp, member)
                ? Meeting.begin(corp, customer, member.userid(), approach)
                : new Met.Nobody(member.userid() + " cannot take customers");
    }

    /// The member deletes the customer: the relation is gone.
    /// @return whether there was one
    public static boolean memberDeletes(Corp corp, CustomerRow customer, String userid) {
        if (corp.contacts().relation(customer.number(), userid).isEmpty()) {
            return false;
        }
        corp.put(new RelationRow.Gone(customer.number(), userid));
        CorpEvents.contactDeletedByMember(corp, userid, customer.externalUserId());
        return true;
    }

    /// The customer deletes the member: the relation stays readable, one-sided.
    /// @return whether there was a two-sided one
    public static boolean customerDeletes(Corp corp, CustomerRow customer, String userid) {
        var relation = corp.contacts().relation(customer.number(), userid).filter(found -> !found.oneSided());
        if (relation.isEmpty()) {
            return false;
        }
        corp.put(relation.get().deletedByCustomer());
        CorpEvents.memberDeletedByCustomer(corp, userid, customer.externalUserId());
        Activity.deletedBy(corp, userid);
        Acquisition.deletedBy(corp, customer, userid);
        return true;
    }

    /// The customer writes to the member. The platform tells nobody, except of customers who came
    /// by a link.
    /// @return whether they can
    public static boolean chat(Corp corp, CustomerRow customer, String userid) {
        var relation = corp.contacts().relation(customer.number(), userid).filter(found -> !found.oneSided());
        relation.ifPresent(found -> {
            corp.put(found.chattedAt(corp.clock().now()));
            Activity.customerWrote(corp, customer.number(), userid);
            Acquisition.wrote(corp, customer, userid);
        });
        return relation.isPresent();
    }

    /// The member writes to the customer. The platform tells nobody.
    /// @return whether they can
    public static boolean memberWrites(Corp corp, CustomerRow customer, String userid) {
        var relation = corp.contacts().relation(customer.number(), userid).filter(found -> !found.oneSided());
        relation.ifPresent(found -> {
            corp.put(found.chattedAt(corp.clock().now()));
            Activity.memberWrote(corp, customer.number(), userid);
        });
        return relation.isPresent();
    }

    /// The customer agrees that the chat is archived (会话存档).
    /// @return whether they are contacts
    public static boolean agreesToArchive(Corp corp, CustomerRow customer, String userid) {
        var relation = corp.contacts().relation(customer.number(), userid).filter(found -> !found.oneSided());
        relation.ifPresent(_ -> {
            corp.put(new ConsentRow(customer.number(), userid));
            var code = corp.messages()
                    .codeFor(customer.number(), userid, corp.clock().now())
                    .map(WelcomeCodeRow::code);
            CorpEvents.archiveAgreed(corp, userid, customer.externalUserId(), code.orElse(""));
        });
        return relation.isPresent();
    }

    /// The members whom a customer has among its contacts, and who have it.
    static List<String> friends(Corp corp, CustomerRow customer) {
        return corp.contacts().followersOf(customer.number()).stream()
                .filter(relation -> !relation.oneSided())
                .map(RelationRow::userid)
                .toList();
    }

    /// Whether a corp can have no further external contact.
    /// @param contacts how many it has, or has had
    public static boolean isScaleUsedUp(Corp corp, int contacts) {
        return corp.limited()
                && corp.limits().externalContacts() > 0
                && contacts >= corp.limits().externalContacts();
    }

    /// Whether a member serves and can take one more customer.
    public static boolean hasRoom(Corp corp, StaffRow member) {
        var most = corp.limited() ? corp.limits().customersPerMember() : Integer.MAX_VALUE;
        return member.serves() && corp.contacts().customersOf(member.userid()).size() < most;
    }

    private static List<StaffRow> membersOf(Corp corp, WayRow way) {
        Collection<StaffRow> members = new ArrayList<>();
        way.users().forEach(userid -> corp.directory().staff(userid).ifPresent(members::add));
        corp.directory().membersOf(way.parties()).stream()
                .filter(member -> !members.contains(member))
                .forEach(members::add);
        return members.stream().filter(StaffRow::serves).toList();
    }
}
