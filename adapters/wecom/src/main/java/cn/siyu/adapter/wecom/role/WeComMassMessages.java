package cn.siyu.adapter.wecom.role;

import static cn.siyu.adapter.wecom.role.Bodies.body;
import static cn.siyu.adapter.wecom.role.Bodies.page;
import static cn.siyu.adapter.wecom.role.Bodies.texts;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Corp mass messages (企业群发): `add_msg_template` and its records. The sender is always named,
/// for without one the platform chooses; members may not change the recipients.
public final class WeComMassMessages implements MassMessages {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int PAGE = 1000;

    /// What `status` of a recipient means, by its number.
    private static final List<Delivery> STATUSES =
            List.of(Delivery.WAITING, Delivery.DELIVERED, Delivery.NOT_A_CONTACT, Delivery.OVER_CAP);

    private final WeComClient client;

    public WeComMassMessages(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Instant> fence() {
        return client.fence();
    }

    @Override
    public Answer<Receipt> create(Batch batch, Instant fence) {
        if (batch.recipients().size() > WeComLimits.MASS_MESSAGE.recipientsPerCall()) {
            return Answer.notDone(
                    NotDoneReason.INVALID,
                    "too many recipients: " + batch.recipients().size());
        }
        var objection = MessageWriter.objection(batch.message(), WeComLimits.MASS_MESSAGE);
        if (objection.isPresent()) {
            return Answer.notDone(NotDoneReason.INVALID, objection.get());
        }
        var body = body("chat_type", "single").put("sender", batch.staff()).put("allow_select", false);
        texts(body, "external_userid", batch.recipients());
        MessageWriter.write(batch.message(), body);
        return client.changeWithin(
                fence,
                ApiCall.post(ROOT + "add_msg_template", body).as(batch.batchId()),
                answer -> new Receipt(answer.id("msgid"), Set.copyOf(answer.ids("fail_list"))));
    }

    @Override
    public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
        return client.read(
                ApiCall.post(ROOT + "get_groupmsg_task", page(body("msgid", taskId), cursor, PAGE))
                        .as(taskId),
                answer -> new Slice<>(
                        answer.objects("task_list", WeComMassMessages::staffTask), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor) {
        return results(taskId, staff, cursor, "external_userid");
    }

    /// Results of customers or of groups.
    ///
    /// @param recipient the field that names a recipient
    Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor, String recipient) {
        var body = page(body("msgid", taskId).put("userid", staff), cursor, PAGE);
        return client.read(
                ApiCall.post(ROOT + "get_groupmsg_send_result", body).as(taskId),
                answer -> new Slice<>(
                        answer.objects("send_list", row -> result(row, recipient)), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Ack> remind(String taskId) {
        return control("remind_groupmsg_send", taskId);
    }

    @Override
    public Answer<Ack> cancel(String taskId) {
        return control("cancel_groupmsg_send", taskId);
    }

    private Answer<Ack> control(String api, String taskId) {
        return client.change(ApiCall.post(ROOT + api, body("msgid", taskId)).as(taskId), _ -> Ack.ACK);
    }

    /// Status 0 is "not sent"; anything but 2 is not a confirmation we know.
    private static StaffTask staffTask(AnswerBody row) throws MalformedAnswer {
        return new StaffTask(row.id("userid"), row.number("status") == 2, row.optionalTime("send_time"));
    }

    private static Result result(AnswerBody row, String recipient) throws MalformedAnswer {
        return new Result(
                row.id(recipient),
                Codes.at(STATUSES, row.number("status"), Delivery.UNRECOGNISED),
                row.optionalTime("send_time"));
    }
}
