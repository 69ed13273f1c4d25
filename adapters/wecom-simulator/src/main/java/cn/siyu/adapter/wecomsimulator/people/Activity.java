package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.StaffDayRow;
import cn.siyu.adapter.wecomsimulator.world.TalkRow;

/// Counts what members do with customers, as the platform's statistics do (联系客户统计).
final class Activity {
    private Activity() {}

    /// The customer writes. Only a day's first message makes the chat the customer's.
    static void customerWrote(Corp corp, int customer, String userid) {
        var now = corp.clock().now();
        var today = CorpClock.day(now);
        if (corp.activity().talk(customer, userid, today).isEmpty()) {
            corp.put(new TalkRow(customer, userid, today, now, false));
            count(corp, new StaffDayRow(userid, today, 0, 0, 1, 0, 0, 0, 0, 0));
        }
    }

    /// The member writes. Its first message of a day is the answer that a customer who wrote before
    /// waited for.
    static void memberWrote(Corp corp, int customer, String userid) {
        var now = corp.clock().now();
        var today = CorpClock.day(now);
        var talk = corp.activity()
                .talk(customer, userid, today)
                .orElseGet(() -> new TalkRow(customer, userid, today, 0, false));
        var first = talk.memberWrote() ? 0 : 1;
        var answer = first == 1 && talk.askedAt() > 0;
        corp.put(new TalkRow(customer, userid, today, talk.askedAt(), true));
        count(
                corp,
                new StaffDayRow(
                        userid, today, first, 1, 0, answer ? 1 : 0, answer ? now - talk.askedAt() : 0, 0, 0, 0));
    }

    static void deletedBy(Corp corp, String userid) {
        count(corp, new StaffDayRow(userid, today(corp), 0, 0, 0, 0, 0, 1, 0, 0));
    }

    static void applied(Corp corp, String userid) {
        count(corp, new StaffDayRow(userid, today(corp), 0, 0, 0, 0, 0, 0, 1, 0));
    }

    static void added(Corp corp, String userid) {
        count(corp, new StaffDayRow(userid, today(corp), 0, 0, 0, 0, 0, 0, 0, 1));
    }

    private static int today(Corp corp) {
        return CorpClock.day(corp.clock().now());
    }

    private static void count(Corp corp, StaffDayRow more) {
        corp.put(corp.activity().day(more.userid(), more.day()).plus(more));
    }
}
