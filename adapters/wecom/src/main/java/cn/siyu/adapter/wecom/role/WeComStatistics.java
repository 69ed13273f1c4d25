package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelStatistics;
import cn.siyu.application.channel.port.NotDoneReason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Statistics of the platform: `get_user_behavior_data` (联系客户统计) and `groupchat/statistic`
/// (群聊数据统计).
public final class WeComStatistics implements ChannelStatistics {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int MOST = 100;
    private static final int DAYS = 30;

    /// At most so many owners have groups in one answer; more pages than this are an offset that
    /// does not move.
    private static final int MOST_PAGES = 100;

    private final WeComClient client;

    public WeComStatistics(WeComClient client) {
        this.client = client;
    }

    private record GroupPage(List<Groups> rows, long total, long next) {}

    @Override
    public Answer<List<Conversations>> conversations(List<String> staff, LocalDate first, LocalDate last) {
        if (unfit(staff, first, last)) {
            return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST + " members and " + DAYS + " days");
        }
        var body = Bodies.texts(Bodies.body(), "userid", staff)
                .put("start_time", PlatformDays.seconds(first))
                .put("end_time", PlatformDays.seconds(last));
        return client.read(
                ApiCall.post(ROOT + "get_user_behavior_data", body),
                answer -> answer.objects("behavior_data", WeComStatistics::day));
    }

    @Override
    public Answer<List<Groups>> groups(List<String> owners, LocalDate first, LocalDate last) {
        if (unfit(owners, first, last)) {
            return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST + " owners and " + DAYS + " days");
        }
        var all = new ArrayList<Groups>();
        var page = page(owners, first, last, 0);
        for (var pages = 1; page instanceof Answer.Done<GroupPage>(var got); pages++) {
            all.addAll(got.rows());
            if (got.rows().isEmpty()
                    || got.next() >= got.total()
                    || got.next() <= all.size() - got.rows().size()) {
                return Answer.done(List.copyOf(all));
            }
            if (pages == MOST_PAGES) {
                return Answer.notDone(NotDoneReason.UNANSWERED, "groupchat/statistic: the pages do not end");
            }
            page = page(owners, first, last, got.next());
        }
        return page.map(GroupPage::rows);
    }

    private Answer<GroupPage> page(List<String> owners, LocalDate first, LocalDate last, long offset) {
        var body = Bodies.body()
                .put("day_begin_time", PlatformDays.seconds(first))
                .put("day_end_time", PlatformDays.seconds(last))
                .put("offset", offset)
                .put("limit", 1000);
        Bodies.texts(body.putObject("owner_filter"), "userid_list", owners);
        return client.read(
                ApiCall.post(ROOT + "groupchat/statistic", body),
                answer -> new GroupPage(
                        answer.objects("items", WeComStatistics::owner),
                        answer.numberOr("total", 0),
                        answer.numberOr("next_offset", 0)));
    }

    private static boolean unfit(List<String> people, LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last);
        return people.isEmpty() || people.size() > MOST || days < 0 || days > DAYS;
    }

    private static Conversations day(AnswerBody row) throws MalformedAnswer {
        return new Conversations(
                PlatformDays.day(row.time("stat_time")),
                row.numberOr("chat_cnt", 0),
                row.numberOr("message_cnt", 0),
                row.optionalReal("reply_percentage"),
                row.optionalNumber("avg_reply_time"),
                row.numberOr("negative_feedback_cnt", 0),
                row.numberOr("new_apply_cnt", 0),
                row.numberOr("new_contact_cnt", 0));
    }

    private static Groups owner(AnswerBody row) throws MalformedAnswer {
        var data = row.object("data");
        return new Groups(
                row.id("owner"),
                data.numberOr("chat_total", 0),
                data.numberOr("new_chat_cnt", 0),
                data.numberOr("chat_has_msg", 0),
                data.numberOr("member_total", 0),
                data.numberOr("new_member_cnt", 0),
                data.numberOr("member_has_msg", 0),
                data.numberOr("msg_total", 0));
    }
}
