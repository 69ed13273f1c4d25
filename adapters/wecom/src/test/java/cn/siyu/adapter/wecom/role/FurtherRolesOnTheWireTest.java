package cn.siyu.adapter.wecom.role;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.ChannelStatistics;
import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.StaffNotices;
import cn.siyu.application.channel.port.Transfers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exact requests of media, notices, groups, transfers, moments, links and statistics, and how
/// answers read.
class FurtherRolesOnTheWireTest extends OnTheWire {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private static final MediaFile PNG = new MediaFile(
            MediaUploads.Kind.IMAGE, "a", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

    @Test
    void aFileTravelsInAForm() {
        var file = new MediaFile(MediaUploads.Kind.VIDEO, "海报", "0000ftyp".getBytes(UTF_8));
        answers.add(
                "{\"errcode\":0,\"errmsg\":\"\",\"type\":\"image\",\"media_id\":\"m1\",\"created_at\":\"1764120000\"}");
        assertThat(value(new WeComMedia(client).forMessages(file)))
                .isEqualTo(new MediaUploads.Media(
                        "m1", Instant.ofEpochSecond(1764120000).plus(Duration.ofDays(3))));
        var sent = server.requests().getLast();
        assertThat(sent.target()).isEqualTo("/cgi-bin/media/upload?access_token=t&type=video");
        assertThat(sent.body())
                .matches("(?s)--(siyu-\\S+)\r\nContent-Disposition: form-data; name=\"media\"; filename=\"海报.mp4\"; "
                        + "filelength=8\r\nContent-Type: application/octet-stream\r\n\r\n0000ftyp\r\n--\\1--\r\n");
        answers.add("{\"errcode\":0,\"media_id\":\"m2\",\"created_at\":1764120000}");
        value(new WeComMedia(client).forMoments(file));
        assertThat(server.requests().getLast().target())
                .isEqualTo("/cgi-bin/media/upload_attachment?access_token=t&attachment_type=1&media_type=video");
        answers.add("{\"errcode\":0,\"url\":\"https://wework.qpic.cn/x\"}");
        assertThat(value(new WeComMedia(client).picture(PNG))).isEqualTo("https://wework.qpic.cn/x");
        answers.add("{\"errcode\":0,\"media_id\":\"m3\",\"created_at\":1764120000}");
        value(new WeComMedia(client).forProducts(PNG));
        assertThat(server.requests().getLast().target())
                .isEqualTo("/cgi-bin/media/upload_attachment?access_token=t&attachment_type=2&media_type=image");
    }

    @ParameterizedTest
    @CsvSource({"IMAGE,0000ftyp", "VIDEO,<html></html>", "VOICE,0000ftyp", "IMAGE,GIF89a"})
    void aFileThatIsNotWhatItSaysIsNotSent(MediaUploads.Kind kind, String bytes) {
        assertThat(reason(new WeComMedia(client).forMessages(new MediaFile(kind, "a.png", bytes.getBytes(UTF_8)))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileOfAWrongSizeIsNotSent() {
        var media = new WeComMedia(client);
        assertThat(reason(media.forMessages(new MediaFile(MediaUploads.Kind.FILE, "a.txt", new byte[5]))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(media.picture(new MediaFile(MediaUploads.Kind.IMAGE, "a.png", new byte[(2 << 20) + 1]))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aNoticeTellsWhomItDidNotReach() {
        var notices = new WeComNotices(client, 1000002);
        answers.add("{\"errcode\":0,\"invaliduser\":\"bo|eve\",\"msgid\":\"x\"}");
        assertThat(value(notices.send("n1", List.of("ada", "bo", "eve"), new StaffNotices.Notice.Text("有任务"))))
                .isEqualTo(new StaffNotices.Receipt("n1", Set.of("bo", "eve")));
        sent(
                "message/send",
                "{\"touser\":\"ada|bo|eve\",\"agentid\":1000002,\"msgtype\":\"text\",\"text\":{\"content\":\"有任务\"}}");
        value(notices.send("n2", List.of("ada"), new StaffNotices.Notice.Card("题", "文", "https://x.cn")));
        sent("message/send", """
                {"touser":"ada","agentid":1000002,"msgtype":"textcard",
                 "textcard":{"title":"题","description":"文","url":"https://x.cn"}}""");
        assertThat(reason(new WeComNotices(client, 0).send("n3", List.of("ada"), new StaffNotices.Notice.Text("x"))))
                .isEqualTo(NotDoneReason.FORBIDDEN);
        assertThat(reason(notices.send("n4", List.of("a|b"), new StaffNotices.Notice.Text("x"))))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    void aGroupMessageNamesItsOwner() {
        var messages = new WeComGroupMessages(client);
        var fence = value(messages.fence());
        answers.add("{\"errcode\":0,\"fail_list\":[\"wr2\"],\"msgid\":\"msg1\"}");
        assertThat(value(messages.create(
                        new GroupMessages.Batch("b", "ada", List.of("wr1", "wr2"), OutboundMessage.text("上新")), fence)))
                .isEqualTo(new MassMessages.Receipt("msg1", Set.of("wr2")));
        sent("externalcontact/add_msg_template", """
                {"chat_type":"group","sender":"ada","chat_id_list":["wr1","wr2"],"text":{"content":"上新"}}""");
        answers.add(
                "{\"errcode\":0,\"send_list\":[{\"chat_id\":\"wr1\",\"userid\":\"ada\",\"status\":1,\"send_time\":1764121000}]}");
        assertThat(value(messages.results("msg1", "ada", null)).items())
                .containsExactly(new MassMessages.Result(
                        "wr1", MassMessages.Delivery.DELIVERED, Instant.ofEpochSecond(1764121000)));
    }

    @Test
    void aTransferTellsWhatWasRefusedAndWhy() {
        var transfers = new WeComTransfers(client);
        var onTheJob = new Transfers.Handover("ada", "bo", false, "我换岗了");
        answers.add("""
                {"errcode":0,"customer":[{"external_userid":"wm1","errcode":0},{"external_userid":"wm2","errcode":40128}]}""");
        assertThat(value(transfers.customers(onTheJob, Set.of("wm1", "wm2", "wm3")))
                        .refused())
                .isEqualTo(Map.of("wm2", Transfers.Refusal.TOO_OFTEN, "wm3", Transfers.Refusal.UNRECOGNISED));
        assertThat(server.requests().getLast().path()).isEqualTo("/cgi-bin/externalcontact/transfer_customer");
        assertThat(server.requests().getLast().body()).contains("\"transfer_success_msg\":\"我换岗了\"");
        var left = new Transfers.Handover("ada", "bo", true, null);
        answers.add("""
                {"errcode":0,"customer":[{"external_userid":"wm1","status":2,"takeover_time":1764206700},
                 {"external_userid":"wm2","status":3,"takeover_time":0},{"external_userid":"wm3","status":9}],"next_cursor":""}""");
        assertThat(value(transfers.results(left, "C")).items())
                .containsExactly(
                        new Transfers.Progress("wm1", Transfers.State.WAITING, Instant.ofEpochSecond(1764206700)),
                        new Transfers.Progress("wm2", Transfers.State.REFUSED, null),
                        new Transfers.Progress("wm3", Transfers.State.UNRECOGNISED, null));
        sent(
                "externalcontact/resigned/transfer_result",
                "{\"handover_userid\":\"ada\",\"takeover_userid\":\"bo\",\"cursor\":\"C\"}");
        answers.add("{\"errcode\":0,\"failed_chat_list\":[{\"chat_id\":\"wr1\",\"errcode\":90500,\"errmsg\":\"x\"}]}");
        assertThat(value(transfers.groups(Set.of("wr1"), "bo", true)).refused())
                .isEqualTo(Map.of("wr1", Transfers.Refusal.WRONG_KIND));
        sent("externalcontact/groupchat/transfer", "{\"new_owner\":\"bo\",\"chat_id_list\":[\"wr1\"]}");
    }

    @Test
    void aMomentIsImagesOrOneVideoOrOneLink() {
        var moments = new WeComMoments(client);
        answers.add("{\"errcode\":0,\"jobid\":\"j1\"}");
        var images = List.<Attachment>of(new Attachment.Image("m1"), new Attachment.Image("m2"));
        assertThat(value(moments.create(new Moments.Task("t", "上新", images, Set.of("ada"), Set.of("et1")))))
                .isEqualTo("j1");
        sent("externalcontact/add_moment_task", """
                {"text":{"content":"上新"},"attachments":[{"msgtype":"image","image":{"media_id":"m1"}},
                 {"msgtype":"image","image":{"media_id":"m2"}}],
                 "visible_range":{"sender_list":{"user_list":["ada"]},"external_contact_list":{"tag_list":["et1"]}}}""");
        var mixed = List.<Attachment>of(new Attachment.Image("m1"), new Attachment.Video("m2"));
        assertThat(reason(moments.create(new Moments.Task("t", "", mixed, Set.of(), Set.of()))))
                .isEqualTo(NotDoneReason.INVALID);
        answers.add("{\"errcode\":0,\"status\":2}");
        assertThat(value(moments.prepared("j1"))).isEqualTo(new Moments.Prepared(false, null, null));
        answers.add("{\"errcode\":0,\"status\":3,\"result\":{\"errcode\":0,\"moment_id\":\"mom1\"}}");
        assertThat(value(moments.prepared("j1"))).isEqualTo(new Moments.Prepared(true, "mom1", null));
        answers.add("""
                {"errcode":0,"comment_list":[{"external_userid":"wm1","create_time":1764120000}],
                 "like_list":[{"userid":"ada","create_time":1764120001}]}""");
        assertThat(value(moments.echo("mom1", "ada")))
                .isEqualTo(new Moments.Echo(
                        List.of(new Moments.Reaction("wm1", false, Instant.ofEpochSecond(1764120000))),
                        List.of(new Moments.Reaction("ada", true, Instant.ofEpochSecond(1764120001)))));
    }

    @Test
    void anAcquisitionLinkLeadsToStaffAndCountsItsCustomers() {
        var links = new WeComAcquisitionLinks(client);
        answers.add(
                "{\"errcode\":0,\"link\":{\"link_id\":\"ca1\",\"link_name\":\"春\",\"url\":\"https://w/ca/1\",\"create_time\":1764120000}}");
        assertThat(value(links.create(new AcquisitionLinks.Request("春", Set.of("ada"), Set.of(7L), true)))
                        .linkId())
                .isEqualTo("ca1");
        sent("externalcontact/customer_acquisition/create_link", """
                {"link_name":"春","skip_verify":true,"range":{"user_list":["ada"],"department_list":[7]}}""");
        answers.add("""
                {"errcode":0,"customer_list":[{"external_userid":"wm1","userid":"ada","chat_status":1,"state":"s"},
                 {"external_userid":"wm2","userid":"ada","chat_status":2}],"next_cursor":"N"}""");
        assertThat(value(links.arrivals("ca1", null)).items())
                .containsExactly(
                        new AcquisitionLinks.Arrival("wm1", "ada", true, "s"),
                        new AcquisitionLinks.Arrival("wm2", "ada", null, null));
        answers.add("{\"errcode\":0,\"total\":5,\"balance\":95,\"quota_list\":[]}");
        assertThat(value(links.quota())).isEqualTo(new AcquisitionLinks.Quota(5, 95));
        answers.add("{\"errcode\":0,\"click_link_customer_cnt\":9,\"new_customer_cnt\":3}");
        assertThat(value(links.clicks("ca1", DAY, DAY))).isEqualTo(new AcquisitionLinks.Clicks(9, 3));
        sent(
                "externalcontact/customer_acquisition/statistic",
                "{\"link_id\":\"ca1\",\"start_time\":1767542400,\"end_time\":1767542400}");
    }

    @Test
    void statisticsCountThePlatformsDaysAndReadAllPages() {
        var statistics = new WeComStatistics(client);
        answers.add(
                "{\"errcode\":0,\"behavior_data\":[{\"stat_time\":1767542400,\"chat_cnt\":3,\"reply_percentage\":91.3}]}");
        assertThat(value(statistics.conversations(List.of("ada"), DAY, DAY)))
                .containsExactly(new ChannelStatistics.Conversations(DAY, 3, 0, 91.3, null, 0, 0, 0));
        answers.add(
                "{\"errcode\":0,\"total\":2,\"next_offset\":1,\"items\":[{\"owner\":\"ada\",\"data\":{\"chat_total\":4}}]}");
        answers.add("{\"errcode\":0,\"total\":2,\"next_offset\":2,\"items\":[{\"owner\":\"bo\",\"data\":{}}]}");
        assertThat(value(statistics.groups(List.of("ada", "bo"), DAY, DAY)))
                .extracting(ChannelStatistics.Groups::owner)
                .containsExactly("ada", "bo");
        assertThat(reason(statistics.groups(List.of("ada"), DAY, DAY.plusDays(31))))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    void aCursorThatDoesNotMoveIsNoAnswer() {
        answers.add("{\"errcode\":0,\"group_chat_list\":[{\"chat_id\":\"wr1\",\"status\":1}],\"next_cursor\":\"C2\"}");
        var groups = new WeComGroups(client);
        assertThat(value(groups.list(List.of(), "C")).items())
                .containsExactly(new CustomerGroups.Listed("wr1", CustomerGroups.State.OWNER_LEFT));
        answers.add("{\"errcode\":0,\"group_chat_list\":[],\"next_cursor\":\"C\"}");
        assertThat(reason(groups.list(List.of(), "C"))).isEqualTo(NotDoneReason.UNANSWERED);
    }
}
