package cn.siyu.adapter.wecom.role;

import static cn.siyu.adapter.wecom.role.Bodies.body;
import static cn.siyu.adapter.wecom.role.Bodies.texts;

import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Corp mass messages to customer groups (客户群群发): `add_msg_template` with `chat_type` group.
/// Records and control are those of [WeComMassMessages].
public final class WeComGroupMessages implements GroupMessages {
    private final WeComClient client;
    private final WeComMassMessages records;

    public WeComGroupMessages(WeComClient client) {
        this.client = client;
        this.records = new WeComMassMessages(client);
    }

    @Override
    public Answer<Instant> fence() {
        return client.fence();
    }

    @Override
    public Answer<MassMessages.Receipt> create(Batch batch, Instant fence) {
        if (batch.groups().size() > WeComLimits.GROUP_MESSAGE.recipientsPerCall()) {
            return Answer.notDone(
                    NotDoneReason.INVALID, "too many groups: " + batch.groups().size());
        }
        var objection = MessageWriter.objection(batch.message(), WeComLimits.GROUP_MESSAGE);
        if (objection.isPresent()) {
            return Answer.notDone(NotDoneReason.INVALID, objection.get());
        }
        var body = texts(body("chat_type", "group").put("sender", batch.owner()), "chat_id_list", batch.groups());
        MessageWriter.write(batch.message(), body);
        return client.changeWithin(
                fence,
                ApiCall.post("/cgi-bin/externalcontact/add_msg_template", body).as(batch.batchId()),
                answer -> new MassMessages.Receipt(answer.id("msgid"), Set.copyOf(answer.ids("fail_list"))));
    }

    @Override
    public Answer<Slice<MassMessages.StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
        return records.staffTasks(taskId, cursor);
    }

    @Override
    public Answer<Slice<MassMessages.Result>> results(String taskId, String owner, @Nullable String cursor) {
        return records.results(taskId, owner, cursor, "chat_id");
    }

    @Override
    public Answer<Ack> remind(String taskId) {
        return records.remind(taskId);
    }

    @Override
    public Answer<Ack> cancel(String taskId) {
        return records.cancel(taskId);
    }
}
