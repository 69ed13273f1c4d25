package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpAddMomentTask;
import me.chanjar.weixin.cp.bean.external.moment.SenderList;
import me.chanjar.weixin.cp.bean.external.moment.VisibleRange;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Image;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Moments once they are made: published by members or not, seen, liked and commented on.
class MomentTest extends MomentsOfCorp {
    @Test
    void showsAPublishedMomentToFriendsWhoLikeAndComment() {
        var moment = made("");
        assertThat(code(ask("get_moment_send_result", moment, "staff-01"))).isEqualTo(41062);
        assertThat(code(ask("get_moment_comments", moment, "staff-01"))).isEqualTo(41062);
        assertThat(act("LIKE_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"")
                        .path("changed")
                        .asBoolean())
                .isFalse();
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"wmTwo\",\"userid\":\"staff-01\"}");
        publish(moment, "staff-01");
        assertThat(ask("get_moment_customer_list", moment, "staff-01").path("customer_list"))
                .hasSize(2);
        assertThat(ask("get_moment_send_result", moment, "staff-01").findValuesAsText("external_userid"))
                .containsExactly("wmOne");

        act("LIKE_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"");
        act("LIKE_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"");
        act("LIKE_MOMENT", moment, "staff-01", ",\"customer\":\"wmTwo\"");
        act("LIKE_MOMENT", moment, "staff-01", "");
        act("COMMENT_ON_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"");
        act("COMMENT_ON_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"");
        var comments = ask("get_moment_comments", moment, "staff-01");
        assertThat(comments.path("like_list").toString())
                .isEqualTo(
                        "[{\"external_userid\":\"wmOne\",\"create_time\":%d},{\"userid\":\"staff-01\",\"create_time\":%d}]"
                                .formatted(NOW + 5, NOW + 5));
        assertThat(comments.path("comment_list").findValuesAsText("external_userid"))
                .containsExactly("wmOne", "wmOne");
        assertThat(client.lines("/moments").getFirst().path("tasks").path(0).toString())
                .isEqualTo("{\"userid\":\"staff-01\",\"published\":true,\"visible\":1,\"comments\":2,\"likes\":2}");
    }

    @Test
    void obeysAStrategyThatLetsMembersPublishOrNot() {
        var made = client.contact(
                "moment_strategy/create",
                "{'strategy_name':'门店','admin_list':['staff-03'],'privilege':{'send_moment':false},'range':[{'type':2,'partyid':7}]}");
        assertThat(code(made)).isZero();
        var id = made.path("strategy_id").asInt();
        var read = client.contact("moment_strategy/get", "{'strategy_id':%d}".formatted(id))
                .path("strategy");
        assertThat(read.path("privilege").toString())
                .isEqualTo("{\"view_moment_list\":true,\"send_moment\":false,\"manage_moment_cover_and_sign\":true}");
        assertThat(read.path("admin_list").toString()).isEqualTo("[\"staff-03\"]");
        var moment = made("");
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\"}".formatted(moment));
        assertThat(ask("get_moment_task", moment, "").findValuesAsText("publish_status"))
                .containsExactly("0", "0", "1");

        assertThat(code(client.contact(
                        "moment_strategy/edit",
                        "{'strategy_id':%d,'range_add':[{'type':1,'userid':'staff-02'}],'range_del':[{'type':2,'partyid':7}]}"
                                .formatted(id))))
                .isZero();
        assertThat(client.contact("moment_strategy/get_range", "{'strategy_id':%d}".formatted(id))
                        .path("range")
                        .toString())
                .isEqualTo("[{\"type\":1,\"userid\":\"staff-02\"}]");
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\"}".formatted(moment));
        assertThat(ask("get_moment_task", moment, "").findValuesAsText("publish_status"))
                .containsExactly("1", "0", "1");
        assertThat(client.contact("moment_strategy/list", "{}").findValuesAsText("strategy_id"))
                .containsExactly(Integer.toString(id));
        assertThat(client.contact("customer_strategy/list", "{}").path("strategy"))
                .isEmpty();
        assertThat(code(client.contact("moment_strategy/del", "{'strategy_id':%d}".formatted(id))))
                .isZero();
        assertThat(code(client.contact("moment_strategy/get", "{'strategy_id':%d}".formatted(id))))
                .isEqualTo(40058);
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\"}".formatted(moment));
        assertThat(ask("get_moment_task", moment, "").findValuesAsText("publish_status"))
                .containsExactly("1", "1", "1");
    }

    @Test
    void publishesNothingMoreAfterACancel() {
        var moment = made("");
        publish(moment, "staff-01");
        assertThat(code(ask("cancel_moment_task", moment, ""))).isZero();
        assertThat(code(ask("cancel_moment_task", moment, ""))).isZero();
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\"}".formatted(moment));
        assertThat(ask("get_moment_task", moment, "").findValuesAsText("publish_status"))
                .containsExactly("1", "0", "0");
    }

    @Test
    void showsACustomerFourMomentsOfTheCorpInAMonth() {
        for (var i = 0; i < 5; i++) {
            publish(made(",'visible_range':{'sender_list':{'user_list':['staff-01']}}"), "staff-01");
        }
        assertThat(client.lines("/moments"))
                .extracting(line -> line.path("tasks").path(0).path("visible").asInt())
                .containsExactly(2, 2, 2, 2, 0);
    }

    @Test
    void listsMomentsOfTheCorpAndOfMembers() {
        var image = attachment("image", TestFiles.png(9, 9));
        made(images(image, 2));
        var personal = client.act("""
                {"type":"POST_MOMENT","userid":"staff-02","text":"早安","linkTitle":"菜单","linkUrl":"https://a.cn","tags":["%s"],
                 "location":{"latitude":"30.2","longitude":"120.1","name":"杭州"}}""".formatted(tag("高"))).path("moment").asText();
        var span = "'start_time':%d,'end_time':%d".formatted(NOW, NOW + 60);
        var all = client.contact("get_moment_list", "{%s}".formatted(span)).path("moment_list");
        assertThat(all).hasSize(2);
        assertThat(all.path(0).has("creator")).isFalse();
        assertThat(all.path(0).path("create_type").asInt()).isZero();
        assertThat(all.path(0).path("visible_type").asInt()).isOne();
        assertThat(all.path(0).path("image").findValuesAsText("media_id")).containsExactly(image, image);
        var own = all.path(1);
        assertThat(own.path("creator").asText()).isEqualTo("staff-02");
        assertThat(own.path("visible_type").asInt()).isZero();
        assertThat(own.path("link").path("title").asText()).isEqualTo("菜单");
        assertThat(own.path("location").path("latitude").asText()).isEqualTo("30.2");

        assertThat(listed(span + ",'filter_type':0")).isEqualTo(1);
        assertThat(listed(span + ",'filter_type':1,'creator':'staff-02'")).isEqualTo(1);
        assertThat(listed(span + ",'creator':'staff-01'")).isZero();
        assertThat(code(ask("get_moment_task", personal, ""))).isEqualTo(41067);
        assertThat(code(ask("cancel_moment_task", personal, ""))).isEqualTo(41067);
        assertThat(ask("get_moment_send_result", personal, "staff-02").findValuesAsText("external_userid"))
                .containsExactly("wmThree");

        var first = client.contact("get_moment_list", "{%s,'limit':1}".formatted(span));
        var cursor = first.path("next_cursor").asText();
        assertThat(first.path("moment_list")).hasSize(1);
        assertThat(listed(span + ",'limit':1,'cursor':'" + cursor + "'")).isEqualTo(1);
        assertThat(code(client.contact(
                        "get_moment_list", "{%s,'filter_type':0,'cursor':'%s'}".formatted(span, cursor))))
                .isEqualTo(50100);
    }

    private int listed(String body) {
        return client.contact("get_moment_list", "{" + body + "}")
                .path("moment_list")
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "get_moment_task | {} | 41059 | task_list",
                "get_moment_task | {'moment_id':'momNo'} | 41060 | task_list",
                "get_moment_customer_list | {} | 41059 | customer_list",
                "get_moment_send_result | {'moment_id':'momNo'} | 41060 | customer_list",
                "get_moment_comments | {'moment_id':'momNo'} | 41060 | like_list",
                "cancel_moment_task | {} | 41059 | ''",
                "get_moment_list | {} | 40063 | moment_list",
                "get_moment_list | {'start_time':1772416800,'end_time':1772416799} | 600018 | moment_list",
                "get_moment_list | {'start_time':1772416800,'end_time':1775008801} | 600018 | moment_list",
            })
    void refusesWithTheCodesOfThePlatform(String name, String body, int errcode, String array) {
        var answer = client.contact(name, body);
        assertThat(code(answer)).isEqualTo(errcode);
        assertThat(array.equals("''") || answer.path(array).isArray()).isTrue();
    }

    @Test
    void namesAMemberWhoExists() {
        var moment = made("");
        assertThat(code(ask("get_moment_comments", moment, ""))).isEqualTo(40003);
        assertThat(code(ask("get_moment_comments", moment, "nobody"))).isEqualTo(40003);
        assertThat(code(ask("get_moment_comments", moment, "clerk"))).isEqualTo(41061);
    }

    @Test
    void letsMembersAndCustomersActByThemselvesTheSameWayEachTime() {
        assertThat(byThemselves()).isEqualTo(byThemselves()).contains("\"published\":true");
    }

    private static String byThemselves() {
        try (var other = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var its = new TestClient(other);
            its.control("POST", "", TestClient.corp("""
                    ,"moreCustomers":60,"behaviour":{"seed":3,"staff":{"confirm":0.8,"meanDelayMinutes":30},
                      "customers":{"momentLike":0.5,"momentComment":0.3}}"""));
            its.contact("add_moment_task", "{'text':{'content':'新品'}}");
            its.control("POST", "/clock/steps", "{\"to\":\"2026-03-06T02:00:00Z\"}");
            var moments = its.lines("/moments").toString();
            assertThat(moments).containsPattern("\"likes\":[1-9]").containsPattern("\"comments\":[1-9]");
            return moments;
        }
    }

    @Test
    void servesTheWxJavaClient() throws WxErrorException {
        var contacts = WxJava.of(simulator).getExternalContactService();
        var senders = new SenderList();
        senders.setUserList(List.of("staff-01"));
        senders.setDepartmentList(List.of("7"));
        var text = new Text();
        text.setContent("新品");
        var image = new Image();
        image.setMediaId(attachment("image", TestFiles.png(9, 9)));
        var task = new WxCpAddMomentTask();
        task.setText(text);
        task.setAttachments(List.of(new Attachment().setImage(image)));
        task.setVisibleRange(new VisibleRange().setSenderList(senders));
        var job = contacts.addMomentTask(task).getJobId();
        assertThat(contacts.getMomentTaskResult(job).getStatus()).isEqualTo(1);
        later();
        var done = contacts.getMomentTaskResult(job);
        assertThat(done.getStatus()).isEqualTo(3);
        var moment = done.getResult().getMomentId();
        publish(moment, "staff-01");
        act("LIKE_MOMENT", moment, "staff-01", ",\"customer\":\"wmOne\"");

        assertThat(contacts.getMomentTask(moment, null, 10).getTaskList())
                .extracting(each -> each.getUserId() + each.getPublishStatus())
                .containsExactly("staff-011", "staff-020");
        assertThat(contacts.getMomentCustomerList(moment, "staff-01", null, 10).getCustomerList())
                .hasSize(2);
        assertThat(contacts.getMomentSendResult(moment, "staff-01", null, 10).getCustomerList())
                .hasSize(2);
        var comments = contacts.getMomentComments(moment, "staff-01");
        assertThat(comments.getCommentList()).isEmpty();
        assertThat(comments.getLikeList())
                .singleElement()
                .satisfies(like -> assertThat(like.getExternalUserId()).isEqualTo("wmOne"));
        var listed = contacts.getMomentList(NOW, NOW + 60, null, 2, null, 20);
        assertThat(listed.getMomentList())
                .singleElement()
                .satisfies(each -> assertThat(each.getMomentId()).isEqualTo(moment));
        assertThat(contacts.cancelMomentTask(moment).getErrcode()).isZero();
        WxJava.refused(40088, () -> contacts.getMomentTaskResult("no"));
    }
}
