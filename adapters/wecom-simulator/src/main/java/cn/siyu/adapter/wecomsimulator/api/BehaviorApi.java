package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import cn.siyu.adapter.wecomsimulator.world.StaffDayRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What members did with customers, day by day (获取「联系客户统计」数据): one series, the sum over
/// everybody asked for.
final class BehaviorApi {
    private static final int SUBJECTS = 100;
    private static final long MINUTE = 60;

    private BehaviorApi() {}

    static List<Endpoint> endpoints() {
        return List.of(Endpoint.contactPost(
                "/cgi-bin/externalcontact/get_user_behavior_data", BehaviorApi::data, "behavior_data"));
    }

    private static void data(Call call, ObjectNode answer) {
        var members = members(call);
        var range = DayRange.read(call);
        var rows = answer.putArray("behavior_data");
        range.days().forEach(day -> {
            var sum = members.stream()
                    .map(userid -> call.corp().activity().day(userid, day))
                    .reduce(StaffDayRow.empty("", day), StaffDayRow::plus);
            describe(sum, rows.addObject());
        });
    }

    private static Set<String> members(Call call) {
        var userids = call.params().texts("userid");
        var parties = call.params().numbers("partyid");
        if (userids.isEmpty() && parties.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (userids.size() > SUBJECTS || parties.size() > SUBJECTS) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var members = new LinkedHashSet<String>();
        userids.forEach(
                userid -> members.add(StaffApi.visibleMember(call, userid).userid()));
        call.corp().directory().membersOf(ContactWayForm.parties(call, parties)).stream()
                .filter(member -> call.app().sees(member.userid()))
                .forEach(member -> members.add(member.userid()));
        return members;
    }

    /// How many were answered, and how soon, is left out on days on which no customer wrote first.
    private static void describe(StaffDayRow row, ObjectNode node) {
        node.put("stat_time", CorpClock.startOf(row.day()));
        node.put("chat_cnt", row.chats()).put("message_cnt", row.messages());
        if (row.asked() > 0) {
            node.put("reply_percentage", Math.round(row.replied() * 10_000.0 / row.asked()) / 100.0);
            node.put("avg_reply_time", row.replied() == 0 ? 0 : row.replySeconds() / row.replied() / MINUTE);
        }
        node.put("negative_feedback_cnt", row.negative());
        node.put("new_apply_cnt", row.applied()).put("new_contact_cnt", row.added());
    }
}
