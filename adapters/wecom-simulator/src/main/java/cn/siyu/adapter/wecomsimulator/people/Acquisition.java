package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.AcquisitionEvents;
import cn.siyu.adapter.wecomsimulator.people.Encounters.Met;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.ChatKeyRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.LinkCustomerRow;
import cn.siyu.adapter.wecomsimulator.world.LinkDayRow;
import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import cn.siyu.adapter.wecomsimulator.world.RequestRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Customers come by acquisition links (获客链接) and write; the app that made the link hears of
/// it.
public final class Acquisition {
    private static final Set<Integer> TOLD_MESSAGES = Set.of(3, 5, 10);

    private Acquisition() {}

    /// Somebody opens a link.
    public static void opens(Corp corp, LinkRow link, String channel) {
        var day = today(corp, link.linkId());
        corp.put(new LinkDayRow(link.linkId(), day.day(), day.clicks() + 1, day.added()));
        if (corp.links().acquisition().category() == AcquisitionRow.Category.PRIVILEGED) {
            AcquisitionEvents.profileOpened(corp, link, channel);
        }
    }

    /// A customer opens a link and asks to be added.
    /// @param waits whether the member has not answered yet
    public static Met adds(Corp corp, CustomerRow customer, LinkRow link, String channel, boolean waits) {
        opens(corp, link, channel);
        if (corp.links().acquisition().balance(corp.clock().now()) == 0) {
            return new Met.Nobody("the corp has no uses of acquisition links left");
        }
        var friends = Encounters.friends(corp, customer);
        var preferred = friends.stream()
                .filter(userid ->
                        link.priorityType() == 1 || link.priorityUsers().contains(userid))
                .findFirst();
        if (preferred.isPresent()) {
            return new Met.AlreadyFriends(preferred.get());
        }
        var members = membersOf(corp, link);
        for (var i = 0; i < members.size(); i++) {
            var member = members.get((customer.number() + i) % members.size());
            if (friends.contains(member.userid())) {
                return new Met.AlreadyFriends(member.userid());
            }
            if (Encounters.hasRoom(corp, member)) {
                if (corp.links().acquisition().category() == AcquisitionRow.Category.PRIVILEGED) {
                    AcquisitionEvents.friendRequested(corp, link, channel);
                }
                return Meeting.begin(
                        corp,
                        customer,
                        member.userid(),
                        Approach.by(link, channel).waiting(waits));
            }
        }
        return new Met.Nobody("no member behind this link can take a customer");
    }

    /// A customer has become a contact through a link: it counts, and it costs a use.
    static void gained(Corp corp, RequestRow asked) {
        var customers = corp.links().customersOf(asked.linkId());
        var old = corp.links()
                .came(asked.customer(), asked.userid())
                .filter(row -> row.linkId().equals(asked.linkId()));
        var sequence = old.map(LinkCustomerRow::sequence).orElse(customers.isEmpty() ? 0 : customers.lastKey() + 1);
        var now = corp.clock().now();
        corp.put(
                new LinkCustomerRow(asked.linkId(), sequence, asked.customer(), asked.userid(), asked.state(), now, 0));
        var day = today(corp, asked.linkId());
        corp.put(new LinkDayRow(asked.linkId(), day.day(), day.clicks(), day.added() + 1));
        Quota.use(corp);
    }

    /// A customer writes to a member.
    static void wrote(Corp corp, CustomerRow customer, String userid) {
        corp.links().came(customer.number(), userid).ifPresent(before -> {
            var row = before.wroteOnceMore();
            corp.put(row);
            corp.links().link(row.linkId()).ifPresent(link -> tell(corp, customer, link, row));
        });
    }

    private static void tell(Corp corp, CustomerRow customer, LinkRow link, LinkCustomerRow row) {
        if (row.messages() == 1) {
            AcquisitionEvents.chatStarted(corp, link, row.userid(), customer.externalUserId());
        }
        if (TOLD_MESSAGES.contains(row.messages())) {
            var now = corp.clock().now();
            corp.links().expiredKeys(now).forEach(old -> corp.put(new ChatKeyRow.Spent(old.key())));
            var key = corp.ids().chatKey(row.linkId() + "|" + row.sequence() + "|" + row.messages() + "|" + now);
            var until = now + corp.limits().chatKeySeconds();
            corp.put(new ChatKeyRow(key, row.linkId(), row.customer(), row.userid(), row.messages(), until));
            AcquisitionEvents.messagesFromCustomer(corp, link, key);
        }
    }

    /// A customer has deleted a member.
    static void deletedBy(Corp corp, CustomerRow customer, String userid) {
        corp.links()
                .came(customer.number(), userid)
                .ifPresent(row -> corp.links()
                        .link(row.linkId())
                        .ifPresent(link -> AcquisitionEvents.memberDeleted(
                                corp, link, userid, customer.externalUserId(), row.state())));
    }

    /// An administrator deletes a link in the console, unlike the API with an event.
    public static void deleteLink(Corp corp, LinkRow link) {
        corp.put(new LinkRow.Gone(link.linkId()));
        AcquisitionEvents.linkDeleted(corp, link);
    }

    /// The links that somebody can still take a customer for.
    static List<LinkRow> available(Corp corp) {
        return corp.links().inOrder().values().stream()
                .filter(link -> !membersOf(corp, link).isEmpty())
                .toList();
    }

    /// Tells of links whose members have all become unable to serve.
    static void tellOfUnavailable(Corp corp, List<LinkRow> before) {
        before.stream()
                .filter(link -> membersOf(corp, link).isEmpty())
                .forEach(link -> AcquisitionEvents.linkUnavailable(corp, link));
    }

    private static List<StaffRow> membersOf(Corp corp, LinkRow link) {
        var members = new LinkedHashSet<StaffRow>();
        link.users().forEach(userid -> corp.directory().staff(userid).ifPresent(members::add));
        members.addAll(corp.directory().membersOf(link.parties()));
        return members.stream().filter(StaffRow::serves).toList();
    }

    private static LinkDayRow today(Corp corp, String linkId) {
        return corp.links().day(linkId, CorpClock.day(corp.clock().now()));
    }
}
