package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.CorpEvents;
import cn.siyu.adapter.wecomsimulator.people.Encounters.Met;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.RequestRow;
import cn.siyu.adapter.wecomsimulator.world.WelcomeCodeRow;

/// A customer and a member become contacts: at once, or when the other side has answered.
public final class Meeting {
    private static final int WECHAT = 1;

    private Meeting() {}

    /// They meet; whoever calls has checked that the member can take the customer.
    static Met begin(Corp corp, CustomerRow customer, String userid, Approach approach) {
        if (Encounters.isScaleUsedUp(corp, customer.number())) {
            return new Met.Nobody("the corp's scale of external contacts is used up");
        }
        if (approach.byMember()) {
            Activity.applied(corp, userid);
        }
        if (!approach.waits()) {
            return complete(corp, request(corp, customer, userid, approach, false), code(corp, customer, userid));
        }
        var half = approach.skipVerify() && !approach.byMember();
        corp.put(request(corp, customer, userid, approach, half));
        var code = half ? code(corp, customer, userid) : "";
        if (half) {
            CorpEvents.contactHalfAdded(corp, userid, customer.externalUserId(), approach.state(), code);
        }
        return new Met.Asked(userid, code);
    }

    /// The other side says yes. Who was welcomed already gets no second code.
    /// @return whether there was something to answer
    public static boolean accept(Corp corp, CustomerRow customer, String userid) {
        var request = corp.requests().between(customer.number(), userid);
        request.ifPresent(asked -> {
            corp.put(new RequestRow.Done(customer.number(), userid));
            complete(corp, asked, asked.greeted() ? "" : code(corp, customer, userid));
        });
        return request.isPresent();
    }

    private static RequestRow request(Corp corp, CustomerRow customer, String userid, Approach by, boolean half) {
        return new RequestRow(
                customer.number(),
                userid,
                corp.clock().now(),
                by.addWay(),
                by.state(),
                by.byMember() ? userid : customer.externalUserId(),
                half,
                false,
                by.linkId(),
                by.configId());
    }

    private static Met complete(Corp corp, RequestRow asked, String code) {
        var customer = corp.contacts().byNumber(asked.customer());
        var relation = RelationRow.fresh(customer, asked.userid(), corp.clock().now(), asked.addWay(), asked.state())
                .madeBy(asked.operUserId());
        corp.put(relation);
        CorpEvents.contactAdded(corp, asked.userid(), customer.externalUserId(), asked.state(), code);
        if (!asked.linkId().isEmpty()) {
            Acquisition.gained(corp, asked);
        }
        TempChats.begin(corp, asked);
        Activity.added(corp, asked.userid());
        Console.greets(corp, customer, asked);
        corp.reactions().added(corp, relation);
        return new Met.Added(asked.userid(), code);
    }

    /// The welcome code of somebody new; `""` for members whom the console greets for, and for
    /// members of other corps.
    private static String code(Corp corp, CustomerRow customer, String userid) {
        if (customer.type() != WECHAT || Console.greeting(corp, userid).isPresent()) {
            return "";
        }
        var now = corp.clock().now();
        corp.messages().expiredCodes(now).forEach(old -> corp.put(new WelcomeCodeRow.Spent(old.code())));
        var code = corp.ids()
                .welcomeCode(
                        customer.number() + "|" + userid + "|" + now,
                        taken -> corp.messages().code(taken).isPresent());
        corp.put(new WelcomeCodeRow(
                code, customer.number(), userid, now + corp.limits().welcomeSeconds()));
        return code;
    }
}
