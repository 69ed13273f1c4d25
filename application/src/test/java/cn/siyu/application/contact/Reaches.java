package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/// What comes to hold for a customer.
final class Reaches {
    private Reaches() {}

    /// A customer of an account of the staff member, whom nothing keeps from being written to.
    static Reach live(long number, ChannelAccountId account, ZoneId zone, String recipient) {
        var names = new Reach.Names(LocalDate.of(2026, 3, 1), 0, "小王", "一店", "Demo");
        var link = new Reach.Link(
                new RelationshipId(100 + number),
                account,
                new IdentityId(200 + number),
                new CustomerId(number),
                recipient,
                new Sender("in-memory", "main", ContactWorld.STAFF),
                true,
                true,
                null,
                50.0,
                .9,
                names);
        return new Reach(new CustomerId(number), "客户" + number, false, ConsentState.NOT_RECORDED, Set.of(), zone, link);
    }

    /// Has no live relationship any more.
    static Reach lost(Reach reach) {
        return with(reach, false, true);
    }

    /// The account is out of use: closed, blocked, or its holder left.
    static Reach outOfUse(Reach reach) {
        return with(reach, true, false);
    }

    private static Reach with(Reach reach, boolean live, boolean accountActive) {
        var link = Objects.requireNonNull(reach.link());
        return with(
                reach,
                new Reach.Link(
                        link.relationship(),
                        link.account(),
                        link.identity(),
                        link.birth(),
                        link.recipient(),
                        link.sender(),
                        live,
                        accountActive,
                        null,
                        link.trust(),
                        link.confidence(),
                        link.names()));
    }

    private static Reach with(Reach reach, Reach.Link link) {
        return new Reach(
                reach.customer(),
                reach.nickname(),
                reach.blacklisted(),
                reach.consent(),
                reach.optedOut(),
                reach.zone(),
                link);
    }

    static Reach optedOut(Reach reach) {
        return new Reach(
                reach.customer(),
                reach.nickname(),
                reach.blacklisted(),
                reach.consent(),
                Set.of(SendRequest.PRIVATE_CHAT),
                reach.zone(),
                reach.link());
    }

    static Reach withdrawn(Reach reach) {
        return new Reach(
                reach.customer(),
                reach.nickname(),
                reach.blacklisted(),
                ConsentState.WITHDRAWN,
                reach.optedOut(),
                reach.zone(),
                reach.link());
    }
}
