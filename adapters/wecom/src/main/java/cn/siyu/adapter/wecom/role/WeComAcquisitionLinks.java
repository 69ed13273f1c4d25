package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Slice;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Customer acquisition links (获客助手): `customer_acquisition/…`. An app sees only the links that
/// it made.
public final class WeComAcquisitionLinks implements AcquisitionLinks {
    private static final String ROOT = "/cgi-bin/externalcontact/customer_acquisition";

    private final WeComClient client;

    public WeComAcquisitionLinks(WeComClient client) {
        this.client = client;
    }

    @Override
    public Answer<Slice<String>> list(@Nullable String cursor) {
        return client.read(
                ApiCall.post(ROOT + "/list_link", Bodies.page(Bodies.body(), cursor, 100)),
                answer -> new Slice<>(answer.ids("link_id_list"), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Link> fetch(String linkId) {
        return client.read(
                ApiCall.post(ROOT + "/get", Bodies.body("link_id", linkId)).as(linkId),
                answer -> link(linkId, answer.object("link")));
    }

    @Override
    public Answer<Link> create(Request request) {
        return client.change(
                ApiCall.post(ROOT + "/create_link", fill(Bodies.body(), request))
                        .as(request.name()),
                answer -> link(answer.object("link").id("link_id"), answer.object("link")));
    }

    @Override
    public Answer<Ack> update(String linkId, Request request) {
        var body = fill(Bodies.body("link_id", linkId), request);
        return client.change(ApiCall.post(ROOT + "/update_link", body).as(linkId), _ -> Ack.ACK);
    }

    @Override
    public Answer<Ack> delete(String linkId) {
        return client.change(
                ApiCall.post(ROOT + "/delete_link", Bodies.body("link_id", linkId))
                        .as(linkId),
                _ -> Ack.ACK);
    }

    @Override
    public Answer<Slice<Arrival>> arrivals(String linkId, @Nullable String cursor) {
        return client.read(
                ApiCall.post(ROOT + "/customer", Bodies.page(Bodies.body("link_id", linkId), cursor, 1000))
                        .as(linkId),
                answer -> new Slice<>(
                        answer.objects("customer_list", WeComAcquisitionLinks::arrival), answer.nextAfter(cursor)));
    }

    @Override
    public Answer<Quota> quota() {
        return client.read(
                ApiCall.get(ROOT + "_quota", Map.of()),
                answer -> new Quota(answer.number("total"), answer.number("balance")));
    }

    @Override
    public Answer<Clicks> clicks(String linkId, LocalDate first, LocalDate last) {
        var body = Bodies.body("link_id", linkId)
                .put("start_time", PlatformDays.seconds(first))
                .put("end_time", PlatformDays.seconds(last));
        return client.read(
                ApiCall.post(ROOT + "/statistic", body).as(linkId),
                answer -> new Clicks(answer.number("click_link_customer_cnt"), answer.number("new_customer_cnt")));
    }

    private static ObjectNode fill(ObjectNode body, Request request) {
        body.put("link_name", request.name()).put("skip_verify", request.skipVerification());
        var range = Bodies.texts(body.putObject("range"), "user_list", request.staff());
        var departments = range.putArray("department_list");
        request.departments().forEach(departments::add);
        return body;
    }

    private static Link link(String id, AnswerBody row) throws MalformedAnswer {
        return new Link(id, row.textOr("link_name", ""), row.text("url"), row.time("create_time"));
    }

    private static Arrival arrival(AnswerBody row) throws MalformedAnswer {
        var status = row.numberOr("chat_status", 2);
        return new Arrival(
                row.id("external_userid"),
                row.id("userid"),
                status == 0 ? Boolean.FALSE : status == 1 ? Boolean.TRUE : null,
                row.optionalText("state"));
    }
}
