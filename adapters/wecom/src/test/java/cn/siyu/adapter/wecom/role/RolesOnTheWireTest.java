package cn.siyu.adapter.wecom.role;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MassMessages.Delivery;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Remarks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The exact requests, and answers that the simulator does not give.
class RolesOnTheWireTest extends OnTheWire {
    @Test
    void aMassMessageNamesItsSenderAndForbidsChangingTheRecipients() {
        var messages = new WeComMassMessages(client);
        var message = new OutboundMessage(
                "好券",
                List.of(
                        new Attachment.Image("m1"),
                        new Attachment.Link("T", "https://x.cn/l/1", null, "https://x.cn/p.png"),
                        new Attachment.MiniProgram("M", "wx1", "pages/a", "m2"),
                        new Attachment.Video("m3"),
                        new Attachment.File("a.pdf", "m4")));
        var fence = value(messages.fence());
        answers.add("{\"errcode\":0,\"errmsg\":\"ok\",\"fail_list\":[\"b\"],\"msgid\":\"msg1\"}");
        assertThat(messages.create(new MassMessages.Batch("batch-1", "ada", List.of("a", "b"), message), fence))
                .isEqualTo(Answer.done(new MassMessages.Receipt("msg1", Set.of("b"))));
        sent("externalcontact/add_msg_template", """
                {"chat_type":"single","sender":"ada","allow_select":false,"external_userid":["a","b"],
                 "text":{"content":"好券"},"attachments":[
                  {"msgtype":"image","image":{"media_id":"m1"}},
                  {"msgtype":"link","link":{"title":"T","url":"https://x.cn/l/1","picurl":"https://x.cn/p.png"}},
                  {"msgtype":"miniprogram","miniprogram":
                    {"title":"M","pic_media_id":"m2","appid":"wx1","page":"pages/a"}},
                  {"msgtype":"video","video":{"media_id":"m3"}},
                  {"msgtype":"file","file":{"media_id":"m4"}}]}
                """);
    }

    @Test
    void resultsBearStatusesOfALaterDayAndNumbersInQuotes() {
        answers.add("""
                {"errcode":0,"next_cursor":"C2","send_list":[
                 {"external_userid":"a","userid":"ada","status":1,"send_time":1764121000},
                 {"external_userid":"b","userid":"ada","status":"3"},
                 {"external_userid":"c","userid":"ada","status":7,"new_field":{}}]}
                """);
        var slice = value(new WeComMassMessages(client).results("msg1", "ada", "C1"));
        sent(
                "externalcontact/get_groupmsg_send_result",
                "{\"msgid\":\"msg1\",\"userid\":\"ada\",\"cursor\":\"C1\",\"limit\":1000}");
        assertThat(slice.next()).isEqualTo("C2");
        assertThat(slice.items())
                .containsExactly(
                        new MassMessages.Result("a", Delivery.DELIVERED, Instant.ofEpochSecond(1764121000)),
                        new MassMessages.Result("b", Delivery.OVER_CAP, null),
                        new MassMessages.Result("c", Delivery.UNRECOGNISED, null));
    }

    @Test
    void anAnswerOfTheWrongShapeIsAFailureAndNoException() {
        for (var broken : List.of(
                "{\"errcode\":0,\"send_list\":{}}",
                "{\"errcode\":0,\"send_list\":[1]}",
                "{\"errcode\":0,\"send_list\":[{\"status\":1}]}",
                "{\"errcode\":0,\"send_list\":[{\"external_userid\":\"a\",\"status\":true}]}",
                "{\"errcode\":0,\"send_list\":[{\"external_userid\":\"a\",\"status\":1,\"send_time\":99999999999999}]}",
                "{\"errcode\":0,\"next_cursor\":7,\"send_list\":[]}")) {
            answers.add(broken);
            assertThat(reason(new WeComMassMessages(client).results("msg1", "ada", null)))
                    .isEqualTo(NotDoneReason.UNANSWERED);
        }
    }

    @Test
    void aContactOfManyFollowersIsReadOverAllPagesEachFollowerOnce() {
        var page = """
                {"errcode":0,"external_contact":{"external_userid":"wm1","name":"甲","type":1,"gender":2,"unionid":"o1"},
                 "follow_user":[%s],"next_cursor":"%s"}
                """;
        var ada = "{\"userid\":\"ada\",\"createtime\":1764120300,\"tags\":[{\"type\":1,\"tag_id\":\"et1\"},"
                + "{\"type\":2,\"tag_name\":\"老邻居\"},{\"type\":3,\"tag_id\":\"st1\"}],\"add_way\":1,\"state\":\"s\"}";
        var bo = "{\"userid\":\"bo\",\"createtime\":1764120301,\"remark_mobiles\":[\"138\"],\"oper_userid\":\"wm1\"}";
        answers.add(page.formatted(ada, "C2"));
        answers.add(page.formatted(ada + "," + bo, ""));
        var contact = value(new WeComContactDirectory(client).fetch("wm1"));
        assertThat(contact.profile())
                .isEqualTo(new ContactDirectory.Profile(
                        "wm1", "甲", null, ContactDirectory.Kind.WECHAT, ContactDirectory.Gender.FEMALE, "o1"));
        assertThat(contact.followers())
                .containsExactly(
                        new ContactDirectory.Follower(
                                "ada",
                                "",
                                "",
                                Instant.ofEpochSecond(1764120300),
                                List.of("et1"),
                                List.of(),
                                1,
                                "s",
                                null),
                        new ContactDirectory.Follower(
                                "bo",
                                "",
                                "",
                                Instant.ofEpochSecond(1764120301),
                                List.of(),
                                List.of("138"),
                                0,
                                null,
                                "wm1"));
    }

    @Test
    void aCursorThatRunsInACircleEnds() {
        for (var i = 0; i < 5; i++) {
            answers.add("{\"errcode\":0,\"external_contact\":{\"external_userid\":\"wm1\"},\"next_cursor\":\"C\"}");
        }
        assertThat(value(new WeComContactDirectory(client).fetch("wm1")).followers())
                .isEmpty();
        assertThat(server.requests("/cgi-bin/externalcontact/get")).hasSize(2);
    }

    @Test
    void aMemberWhomNobodyAddedHasAnEmptyList() {
        answers.add("{\"errcode\":84061,\"errmsg\":\"not external contact\",\"external_contact_list\":[]}");
        assertThat(value(new WeComContactDirectory(client).byStaff("ada", null)).items())
                .isEmpty();
    }

    @Test
    void theOtherRequestsAreAsDocumented() {
        var ways = new WeComContactWays(client);
        var request = new ContactWayProvider.Request("ada", "s1", "海报", false);
        answers.add("{\"errcode\":0,\"config_id\":\"c1\",\"qr_code\":\"https://q/1\"}");
        assertThat(value(ways.create(request))).isEqualTo(new ContactWayProvider.ContactWay("c1", "https://q/1"));
        sent(
                "externalcontact/add_contact_way",
                "{\"type\":1,\"scene\":2,\"state\":\"s1\",\"remark\":\"海报\",\"skip_verify\":false,\"user\":[\"ada\"]}");
        value(ways.update("c1", request));
        sent(
                "externalcontact/update_contact_way",
                "{\"config_id\":\"c1\",\"state\":\"s1\",\"remark\":\"海报\",\"skip_verify\":false,\"user\":[\"ada\"]}");
        value(ways.delete("c1"));
        sent("externalcontact/del_contact_way", "{\"config_id\":\"c1\"}");
        value(new WeComTags(client).mark("ada", "wm1", Set.of("et1"), Set.of()));
        sent("externalcontact/mark_tag", "{\"userid\":\"ada\",\"external_userid\":\"wm1\",\"add_tag\":[\"et1\"]}");
        value(new WeComRemarks(client).set("ada", "wm1", new Remarks.Change(null, "说明", List.of())));
        sent(
                "externalcontact/remark",
                "{\"userid\":\"ada\",\"external_userid\":\"wm1\",\"description\":\"说明\",\"remark_mobiles\":[\"\"]}");
        value(new WeComWelcomes(client).send("send-1", "CODE", OutboundMessage.text("欢迎")));
        sent("externalcontact/send_welcome_msg", "{\"welcome_code\":\"CODE\",\"text\":{\"content\":\"欢迎\"}}");
        value(new WeComMassMessages(client).remind("msg1"));
        sent("externalcontact/remind_groupmsg_send", "{\"msgid\":\"msg1\"}");
        value(new WeComMassMessages(client).cancel("msg1"));
        sent("externalcontact/cancel_groupmsg_send", "{\"msgid\":\"msg1\"}");
    }
}
