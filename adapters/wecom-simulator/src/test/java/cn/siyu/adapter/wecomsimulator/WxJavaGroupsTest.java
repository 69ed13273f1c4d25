package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.bean.external.WxCpGroupJoinWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpGroupWelcomeTemplateResult;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published WxJava client, unmodified, against customer groups.
class WxJavaGroupsTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final WxCpExternalContactService contacts = WxJava.of(simulator).getExternalContactService();

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","name":"客户甲","followers":[{"userid":"staff-01"}]}],
                "groups":[{"chatId":"wrOne","name":"业主1群","owner":"staff-01","admins":["staff-02"],
                           "members":[{"externalUserId":"wmOne","joinScene":3,"state":"flyer-2"}]},
                          {"chatId":"wrTwo","name":"业主2群","owner":"staff-02"}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    @SuppressWarnings("deprecation") // the older form of the call must go on working
    void listsAndReadsGroups() throws WxErrorException {
        var first = contacts.listGroupChat(1, "", 0, null);
        assertThat(first.getGroupChatList())
                .singleElement()
                .satisfies(chat -> assertThat(chat.getChatId()).isEqualTo("wrOne"));
        assertThat(contacts.listGroupChat(1, first.getNextCursor(), 0, null).getGroupChatList())
                .singleElement()
                .satisfies(chat -> assertThat(chat.getChatId()).isEqualTo("wrTwo"));
        assertThat(contacts.listGroupChat(10, "", 0, new String[] {"staff-02"}).getGroupChatList())
                .hasSize(1);
        assertThat(contacts.listGroupChat(0, 10, 0, new String[] {"staff-01"}, null)
                        .getGroupChatList())
                .hasSize(1);

        var group = contacts.getGroupChat("wrOne", 1).getGroupChat();
        assertThat(group.getName()).isEqualTo("业主1群");
        assertThat(group.getMemberVersion()).hasSize(32);
        assertThat(group.getAdminList())
                .singleElement()
                .satisfies(admin -> assertThat(admin.getUserId()).isEqualTo("staff-02"));
        var customer = group.getMemberList().getLast();
        assertThat(customer.getUserId()).isEqualTo("wmOne");
        assertThat(customer.getState()).isEqualTo("flyer-2");
        assertThat(customer.getJoinScene()).isEqualTo(3);
        assertThat(customer.getName()).isEqualTo("客户甲");
        assertThatThrownBy(() -> contacts.getGroupChat("wrNo", 0)).satisfies(error -> hasCode(error, 40050));
    }

    @Test
    void findsAGroupByItsOpengid() throws WxErrorException {
        var opengid = client.lines("/groups").getFirst().path("opengid").asText();
        assertThat(contacts.opengidToChatid(opengid)).contains("wrOne");
    }

    @Test
    void keepsJoinWays() throws WxErrorException {
        var way = new WxCpGroupJoinWayInfo.JoinWay();
        way.setScene(2);
        way.setRemark("传单");
        way.setAutoCreateRoom(1);
        way.setRoomBaseName("业主群");
        way.setRoomBaseId(10);
        way.setChatIdList(List.of("wrOne", "wrTwo"));
        way.setState("flyer-3");
        var form = new WxCpGroupJoinWayInfo();
        form.setJoinWay(way);
        var id = contacts.addJoinWay(form).getConfigId();
        var read = contacts.getJoinWay(id).getJoinWay();
        assertThat(read.getChatIdList()).containsExactly("wrOne", "wrTwo");
        assertThat(read.getRoomBaseId()).isEqualTo(10);
        assertThat(read.getState()).isEqualTo("flyer-3");
        assertThat(read.getQrCode()).startsWith("https://wework.qpic.cn/");
        client.act("{\"type\":\"JOIN_GROUP\",\"qrCode\":\"%s\",\"customer\":\"wmOne\"}".formatted(read.getQrCode()));

        read.setState("flyer-4");
        read.setChatIdList(List.of("wrTwo"));
        form.setJoinWay(read);
        contacts.updateJoinWay(form);
        var changed = contacts.getJoinWay(id).getJoinWay();
        assertThat(changed.getState()).isEqualTo("flyer-4");
        assertThat(changed.getChatIdList()).containsExactly("wrTwo");
        contacts.delJoinWay(id);
        assertThatThrownBy(() -> contacts.getJoinWay(id)).satisfies(error -> hasCode(error, 41044));
    }

    @Test
    void sendsToGroups() throws WxErrorException {
        var text = new Text();
        text.setContent("团购");
        var link = new Link();
        link.setTitle("菜单");
        link.setUrl("https://example.cn/menu");
        var made = contacts.addMsgTemplate(WxCpMsgTemplate.builder()
                .chatType("group")
                .chatIdList(List.of("wrOne", "wrTwo"))
                .sender("staff-01")
                .text(text)
                .attachments(List.of(new Attachment().setLink(link)))
                .build());
        assertThat(made.getFailList()).containsExactly("wrTwo");
        client.act("{\"type\":\"CONFIRM\",\"msgid\":\"%s\"}".formatted(made.getMsgId()));
        assertThat(contacts.getGroupMsgSendResult(made.getMsgId(), "staff-01", 500, "")
                        .getSendList())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getChatId()).isEqualTo("wrOne");
                    assertThat(row.getStatus()).isEqualTo(1);
                });
        assertThat(contacts.getGroupMsgResult(made.getMsgId(), 500, "").getDetailList())
                .singleElement()
                .satisfies(row -> assertThat(row.getChatId()).isEqualTo("wrOne"));
        var now = Instant.parse("2026-03-02T02:00:00Z");
        var listed = contacts.getGroupMsgListV2(
                "group", Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(60)), null, 0, 100, "");
        assertThat(listed.getGroupMsgList()).singleElement().satisfies(message -> {
            assertThat(message.getMsgId()).isEqualTo(made.getMsgId());
            assertThat(message.getAttachments().getFirst().getLink().getTitle()).isEqualTo("菜单");
        });
    }

    @Test
    void transfersGroups() throws WxErrorException {
        var onTheJob = contacts.onjobTransferGroupChat(new String[] {"wrOne", "wrTwo"}, "staff-02");
        assertThat(onTheJob.getFailedChatList()).singleElement().satisfies(failed -> {
            assertThat(failed.getChatId()).isEqualTo("wrTwo");
            assertThat(failed.getErrcode()).isEqualTo(90504L);
        });
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-02\"}");
        var left = contacts.transferGroupChat(new String[] {"wrOne", "wrNo"}, "staff-01");
        assertThat(left.getFailedChatList())
                .singleElement()
                .satisfies(failed -> assertThat(failed.getErrcode()).isEqualTo(90501L));
        var list = contacts.listGroupChat(10, "", 2, new String[] {"staff-02"}).getGroupChatList();
        assertThat(list)
                .singleElement()
                .satisfies(chat -> assertThat(chat.getStatus()).isEqualTo(2));
    }

    @Test
    void keepsGroupWelcomeTemplates() throws WxErrorException {
        var text = new Text();
        text.setContent("欢迎 %NICKNAME%");
        var link = new Link();
        link.setTitle("菜单");
        link.setUrl("https://example.cn/menu");
        var form = WxCpGroupWelcomeTemplateResult.builder()
                .text(text)
                .link(link)
                .notify(0)
                .build();
        var id = contacts.addGroupWelcomeTemplate(form);
        var read = contacts.getGroupWelcomeTemplate(id);
        assertThat(read.getText().getContent()).isEqualTo("欢迎 %NICKNAME%");
        assertThat(read.getLink().getTitle()).isEqualTo("菜单");
        link.setTitle("新菜单");
        form.setTemplateId(id);
        contacts.editGroupWelcomeTemplate(form);
        assertThat(contacts.getGroupWelcomeTemplate(id).getLink().getTitle()).isEqualTo("新菜单");
        contacts.delGroupWelcomeTemplate(id, "1000002");
        assertThatThrownBy(() -> contacts.getGroupWelcomeTemplate(id)).satisfies(error -> hasCode(error, 40037));
    }

    @Test
    void readsStatistics() throws WxErrorException {
        client.act("{\"type\":\"WRITE_IN_GROUP\",\"chatId\":\"wrOne\",\"customer\":\"wmOne\",\"messages\":3}");
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:00Z\"}");
        var yesterday = Date.from(Instant.parse("2026-03-02T02:00:00Z"));
        var statistic = contacts.getGroupChatStatistic(yesterday, 1, 0, 0, 10, new String[] {"staff-01"}, null);
        assertThat(statistic.getTotal()).isEqualTo(1);
        var item = statistic.getItemList().getFirst();
        assertThat(item.getOwner()).isEqualTo("staff-01");
        assertThat(item.getItemData().getMemberTotal()).isEqualTo(3);
        assertThat(item.getItemData().getMsgTotal()).isEqualTo(3);
    }

    private static void hasCode(Throwable error, int code) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        found -> assertThat(found.getError().getErrorCode()).isEqualTo(code));
    }
}
