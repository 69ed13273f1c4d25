package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayResult;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.WxCpUpdateRemarkRequest;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpWelcomeMsg;
import me.chanjar.weixin.cp.bean.external.msg.Attachment;
import me.chanjar.weixin.cp.bean.external.msg.Image;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.MiniProgram;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published WxJava client, unmodified, against the simulator: every call that both have.
class WxJavaTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final WxCpService wxjava = WxJava.of(simulator);
    private final WxCpExternalContactService contacts = wxjava.getExternalContactService();

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp(""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void readsMembersAndDepartments() throws WxErrorException {
        var member = wxjava.getUserService().getById("staff-01");
        assertThat(member.getName()).isEqualTo("成员甲");
        assertThat(member.getDepartIds()).containsExactly(7L);
        assertThat(wxjava.getDepartmentService().list(1L)).hasSize(2);
        assertThat(contacts.listFollowers()).containsExactly("staff-01", "staff-02", "staff-03");
    }

    @Test
    void listsEverybodysDepartmentsForTheContactSyncSecret() throws WxErrorException {
        client.control("DELETE", "", "");
        client.control("POST", "", TestClient.corp("").replace("\"agentId\":1000003,", "\"agentId\":0,"));
        var page = WxJava.of(simulator, "secret-of-1000003").getUserService().getUserListId("", 2);
        assertThat(page.getDeptUser()).hasSize(2);
        assertThat(page.getDeptUser().getFirst().getUserId()).isEqualTo("staff-01");
        assertThat(page.getDeptUser().getFirst().getDepartment()).isEqualTo(7L);
        assertThat(page.getNextCursor()).isNotEmpty();
    }

    @Test
    void keepsContactWays() throws WxErrorException {
        var made = addWay("shop-17", "staff-01");
        assertThat(made.getConfigId()).matches("[0-9a-f]{32}");
        assertThat(made.getQrCode()).startsWith("https://wework.qpic.cn/");

        var read = contacts.getContactWay(made.getConfigId()).getContactWay();
        assertThat(read.getState()).isEqualTo("shop-17");
        assertThat(read.getUsers()).containsExactly("staff-01");
        assertThat(read.getType()).isEqualTo(WxCpContactWayInfo.TYPE.SINGLE);

        read.setState("shop-18");
        read.setUsers(List.of("staff-02"));
        var change = new WxCpContactWayInfo();
        change.setContactWay(read);
        contacts.updateContactWay(change);
        var changed = contacts.getContactWay(made.getConfigId()).getContactWay();
        assertThat(changed.getState()).isEqualTo("shop-18");
        assertThat(changed.getUsers()).containsExactly("staff-02");
        assertThat(changed.getQrCode()).isEqualTo(made.getQrCode());

        var all = contacts.listContactWay(null, null, null, 10L);
        assertThat(all.getContactWay()).hasSize(1);
        contacts.deleteContactWay(made.getConfigId());
        assertThatThrownBy(() -> contacts.getContactWay(made.getConfigId())).satisfies(error -> hasCode(error, 41044));
    }

    @Test
    void readsAndRemarksCustomers() throws WxErrorException {
        var customer = scan(addWay("shop-17", "staff-01").getQrCode());
        assertThat(contacts.listExternalContacts("staff-01")).containsExactly(customer);
        assertThat(contacts.listExternalContacts("staff-02")).isEmpty();

        contacts.updateRemark(WxCpUpdateRemarkRequest.builder()
                .userId("staff-01")
                .externalUserId(customer)
                .remark("客户甲-3栋")
                .description("看过沙发")
                .remarkMobiles(new String[] {"13800000000"})
                .build());

        var detail = contacts.getContactDetail(customer, null);
        assertThat(detail.getExternalContact().getExternalUserId()).isEqualTo(customer);
        var follow = detail.getFollowedUsers().getFirst();
        assertThat(follow.getUserId()).isEqualTo("staff-01");
        assertThat(follow.getRemark()).isEqualTo("客户甲-3栋");
        assertThat(follow.getState()).isEqualTo("shop-17");
        assertThat(follow.getAddWay()).isEqualTo("1");
        assertThat(follow.getRemarkMobiles()).containsExactly("13800000000");

        var page = contacts.getContactDetailBatch(new String[] {"staff-01", "staff-02"}, "", 100);
        assertThat(page.getExternalContactList()).hasSize(1);
        var info = page.getExternalContactList().getFirst();
        assertThat(info.getFollowInfo().getDescription()).isEqualTo("看过沙发");
    }

    @Test
    @SuppressWarnings("deprecation") // the older name of the path must go on working
    void answersTheOlderPath() throws WxErrorException {
        var customer = scan(addWay("", "staff-01").getQrCode());
        var detail = contacts.getExternalContact(customer);
        assertThat(detail.getExternalContact().getExternalUserId()).isEqualTo(customer);
        var again = wxjava.getUserService().getExternalContact(customer);
        assertThat(again.getExternalContact().getName())
                .isEqualTo(detail.getExternalContact().getName());
    }

    @Test
    void keepsTags() throws WxErrorException {
        var customer = scan(addWay("", "staff-01").getQrCode());
        var form = new WxCpUserExternalTagGroupInfo();
        var group = new WxCpUserExternalTagGroupInfo.TagGroup();
        group.setGroupName("意向");
        var high = new WxCpUserExternalTagGroupInfo.Tag();
        high.setName("高");
        group.setTag(List.of(high));
        form.setTagGroup(group);
        var made = contacts.addCorpTag(form).getTagGroup();
        var tag = made.getTag().getFirst().getId();
        assertThat(tag).startsWith("et").hasSize(32);

        contacts.markTag("staff-01", customer, new String[] {tag}, null);
        var tags = contacts.getContactDetail(customer, null)
                .getFollowedUsers()
                .getFirst()
                .getTags();
        assertThat(tags[0].getTagName()).isEqualTo("高");
        assertThat(tags[0].getGroupName()).isEqualTo("意向");

        contacts.editCorpTag(tag, "很高", 5);
        assertThat(contacts.getCorpTagList(null).getTagGroupList()).hasSize(1);
        assertThat(contacts.getCorpTagList(new String[] {tag})
                        .getTagGroupList()
                        .getFirst()
                        .getTag()
                        .getFirst()
                        .getName())
                .isEqualTo("很高");
        assertThat(contacts.getCorpTagList(null, new String[] {made.getGroupId()})
                        .getTagGroupList()
                        .getFirst()
                        .getTag())
                .singleElement()
                .satisfies(found -> assertThat(found.getOrder()).isEqualTo(5));
        contacts.delCorpTag(new String[] {tag}, null);
        assertThat(contacts.getCorpTagList(null).getTagGroupList()).isEmpty();
        assertThat(contacts.getContactDetail(customer, null)
                        .getFollowedUsers()
                        .getFirst()
                        .getTags())
                .isEmpty();
    }

    @Test
    void welcomesOnce() throws WxErrorException {
        var added = client.act(
                "{\"type\":\"SCAN\",\"qrCode\":\"" + addWay("", "staff-01").getQrCode() + "\"}");
        var welcome = WxCpWelcomeMsg.builder()
                .welcomeCode(added.path("welcomeCode").asText())
                .text(text("欢迎"))
                .attachments(List.of(link()))
                .build();
        contacts.sendWelcomeMsg(welcome);
        assertThatThrownBy(() -> contacts.sendWelcomeMsg(welcome)).satisfies(error -> hasCode(error, 41050));
        assertThat(client.lines("/ledger")).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("WELCOME");
            assertThat(line.path("text").asText()).isEqualTo("欢迎");
        });
    }

    @Test
    void sendsMassMessages() throws WxErrorException {
        var code = addWay("", "staff-01").getQrCode();
        var first = scan(code);
        var second = scan(code);
        var made = contacts.addMsgTemplate(WxCpMsgTemplate.builder()
                .chatType("single")
                .externalUserid(List.of(first, second, "wmNobody"))
                .sender("staff-01")
                .text(text("新品上市"))
                .attachments(List.of(link(), miniProgram(), image()))
                .build());
        assertThat(made.getErrCode()).isZero();
        assertThat(made.getFailList()).containsExactly("wmNobody");
        assertThat(made.getMsgId()).startsWith("msg");

        assertThat(contacts.getGroupMsgTask(made.getMsgId(), 500, "").getTaskList())
                .singleElement()
                .satisfies(task -> assertThat(task.getStatus()).isZero());
        contacts.remindGroupMsgSend(made.getMsgId());
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"%s\",\"userid\":\"staff-01\"}".formatted(second));
        client.act("{\"type\":\"CONFIRM\",\"msgid\":\"%s\"}".formatted(made.getMsgId()));

        assertThat(contacts.getGroupMsgTask(made.getMsgId(), 500, "").getTaskList())
                .singleElement()
                .satisfies(task -> assertThat(task.getStatus()).isEqualTo(2));
        var results = contacts.getGroupMsgSendResult(made.getMsgId(), "staff-01", 500, "")
                .getSendList();
        assertThat(results).extracting(result -> result.getStatus()).containsExactly(1, 2);

        var now = Instant.parse("2026-03-02T02:00:00Z");
        var listed = contacts.getGroupMsgListV2(
                "single", Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(60)), null, 2, 100, "");
        assertThat(listed.getGroupMsgList()).singleElement().satisfies(message -> {
            assertThat(message.getMsgId()).isEqualTo(made.getMsgId());
            assertThat(message.getText().getContent()).isEqualTo("新品上市");
            assertThat(message.getAttachments()).hasSize(3);
        });
        contacts.cancelGroupMsgSend(made.getMsgId());
        assertThatThrownBy(() -> contacts.remindGroupMsgSend(made.getMsgId()))
                .satisfies(error -> hasCode(error, 41093));
    }

    @Test
    void fetchesAnotherTokenWhenItsOwnHasExpired() throws WxErrorException {
        assertThat(wxjava.getAccessToken()).isEqualTo(client.token());
        assertThat(contacts.listFollowers()).hasSize(3);
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-02T05:00:00Z\"}");
        assertThat(contacts.listFollowers()).hasSize(3);
        client.act("{\"type\":\"VOID_TOKENS\"}");
        assertThat(contacts.listFollowers()).hasSize(3);
    }

    @Test
    void isToldOfAWrongSecretAndAnAppWithoutTheRight() {
        assertThatThrownBy(() -> WxJava.of(simulator, "wrong")
                        .getExternalContactService()
                        .listFollowers())
                .satisfies(error -> hasCode(error, 40001));
        assertThatThrownBy(() -> WxJava.of(simulator, "secret-of-1000003")
                        .getExternalContactService()
                        .listFollowers())
                .satisfies(error -> hasCode(error, 48002));
    }

    private WxCpContactWayResult addWay(String state, String userid) throws WxErrorException {
        var way = new WxCpContactWayInfo.ContactWay();
        way.setType(WxCpContactWayInfo.TYPE.SINGLE);
        way.setScene(WxCpContactWayInfo.SCENE.QRCODE);
        way.setState(state);
        way.setUsers(List.of(userid));
        var form = new WxCpContactWayInfo();
        form.setContactWay(way);
        return contacts.addContactWay(form);
    }

    private String scan(String qrCode) {
        return client.act("{\"type\":\"SCAN\",\"qrCode\":\"" + qrCode + "\"}")
                .path("externalUserId")
                .asText();
    }

    private static Text text(String content) {
        var text = new Text();
        text.setContent(content);
        return text;
    }

    private static Attachment link() {
        var link = new Link();
        link.setTitle("菜单");
        link.setUrl("https://example.cn/menu");
        return new Attachment().setLink(link);
    }

    private static Attachment image() {
        var image = new Image();
        image.setPicUrl("https://wework.qpic.cn/a/0");
        return new Attachment().setImage(image);
    }

    private Attachment miniProgram() {
        var program = new MiniProgram();
        program.setTitle("点单");
        program.setPicMediaId(client.media("image", TestFiles.png(100, 100)));
        program.setAppid("wx1234");
        program.setPage("pages/index");
        return new Attachment().setMiniProgram(program);
    }

    private static void hasCode(Throwable error, int code) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        found -> assertThat(found.getError().getErrorCode()).isEqualTo(code));
    }
}
