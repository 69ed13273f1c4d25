package cn.siyu.adapter.wecom.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.StaffNotices;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Messages of the app to members (发送应用消息): `message/send`.
public final class WeComNotices implements StaffNotices {
    private static final int MOST_STAFF = 1000;
    private static final int TEXT_BYTES = 2048;

    private final WeComClient client;
    private final long agentId;

    /// Notices of one app; without its number, 0, there are none.
    public WeComNotices(WeComClient client, long agentId) {
        this.client = client;
        this.agentId = agentId;
    }

    @Override
    public Answer<Receipt> send(String noticeId, List<String> staff, Notice notice) {
        if (agentId == 0) {
            return Answer.notDone(NotDoneReason.FORBIDDEN, "message/send: the setting agent-id is missing");
        }
        if (staff.isEmpty() || staff.size() > MOST_STAFF || staff.stream().anyMatch(one -> one.contains("|"))) {
            return Answer.notDone(NotDoneReason.INVALID, "message/send: 1 to " + MOST_STAFF + " members");
        }
        var body = Bodies.body("touser", String.join("|", staff)).put("agentid", agentId);
        write(notice, body);
        if (notice instanceof Notice.Text(var content) && content.getBytes(UTF_8).length > TEXT_BYTES) {
            return Answer.notDone(NotDoneReason.INVALID, "message/send: more than " + TEXT_BYTES + " bytes");
        }
        return client.change(
                ApiCall.post("/cgi-bin/message/send", body).as(noticeId),
                answer -> new Receipt(
                        noticeId,
                        Arrays.stream(answer.textOr("invaliduser", "").split("\\|", -1))
                                .filter(one -> !one.isEmpty())
                                .collect(Collectors.toSet())));
    }

    private static void write(Notice notice, ObjectNode body) {
        switch (notice) {
            case Notice.Text(var content) ->
                body.put("msgtype", "text").putObject("text").put("content", content);
            case Notice.Card(var title, var description, var url) ->
                body.put("msgtype", "textcard")
                        .putObject("textcard")
                        .put("title", title)
                        .put("description", description)
                        .put("url", url);
        }
    }
}
