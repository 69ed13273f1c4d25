package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferCustomerReq;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferResultResp;
import me.chanjar.weixin.cp.bean.external.acquisition.WxCpCustomerAcquisitionInfo;
import me.chanjar.weixin.cp.bean.external.acquisition.WxCpCustomerAcquisitionRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The published WxJava client, unmodified: transfers, acquisition links, ids, statistics of
/// members.
class WxJavaReachTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final WxCpService wxjava = WxJava.of(simulator);
    private final WxCpExternalContactService contacts = wxjava.getExternalContactService();

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmA","name":"老王","followers":[{"userid":"staff-01"}]},
                              {"externalUserId":"wmB","name":"小李","followers":[{"userid":"staff-03"}]}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static void hasCode(Throwable error, int code) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        WxErrorException.class,
                        found -> assertThat(found.getError().getErrorCode()).isEqualTo(code));
    }

    private static WxCpUserTransferCustomerReq transfer(String from, String customer) {
        var request = new WxCpUserTransferCustomerReq();
        request.setHandOverUserid(from);
        request.setTakeOverUserid("staff-02");
        request.setExternalUserid(List.of(customer));
        return request;
    }

    @Test
    void handsCustomersOverOnTheJob() throws WxErrorException {
        var request = transfer("staff-01", "wmA");
        request.setTransferMsg("以后由我为您服务");
        assertThat(contacts.transferCustomer(request).getCustomer())
                .singleElement()
                .satisfies(customer -> assertThat(customer.getErrcode()).isZero());
        assertThat(contacts.transferResult("staff-01", "staff-02", null).getCustomer())
                .singleElement()
                .satisfies(row -> assertThat(row.getStatus()).isEqualTo(WxCpUserTransferResultResp.STATUS.WAITING));
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-03T02:00:00Z\"}");
        assertThat(contacts.transferResult("staff-01", "staff-02", "").getCustomer())
                .singleElement()
                .satisfies(row -> assertThat(row.getStatus()).isEqualTo(WxCpUserTransferResultResp.STATUS.COMPLETE));
        assertThat(contacts.listExternalContacts("staff-02")).containsExactly("wmA");
        assertThat(client.lines("/ledger").getFirst().path("text").asText()).isEqualTo("以后由我为您服务");
    }

    @Test
    @SuppressWarnings("deprecation") // the older call must go on working
    void handsCustomersOverAfterLeaving() throws WxErrorException {
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-03\"}");
        var left = contacts.listUnassignedList(null, null, 100);
        assertThat(left.isLast()).isTrue();
        assertThat(left.getUnassignInfos())
                .singleElement()
                .satisfies(row -> assertThat(row.getExternalUserid()).isEqualTo("wmB"));
        assertThat(contacts.resignedTransferCustomer(transfer("staff-03", "wmB"))
                        .getCustomer())
                .singleElement()
                .satisfies(customer -> assertThat(customer.getErrcode()).isZero());
        assertThat(contacts.resignedTransferResult("staff-03", "staff-02", null).getCustomer())
                .hasSize(1);
        assertThatThrownBy(() -> contacts.transferExternalContact("wmB", "staff-03", "staff-02"))
                .satisfies(error -> hasCode(error, 40100));
        assertThat(contacts.transferExternalContact("wmA", "staff-01", "staff-02")
                        .getErrcode())
                .isZero();
    }

    @Test
    void keepsAcquisitionLinks() throws WxErrorException {
        var form = new WxCpCustomerAcquisitionRequest();
        form.setLinkName("春天");
        form.setSkipVerify(true);
        var range = new WxCpCustomerAcquisitionInfo.Range();
        range.setUserList(List.of("staff-01"));
        range.setDepartmentList(List.of("7"));
        form.setRange(range);
        var link = contacts.customerAcquisitionLinkCreate(form).getLink();
        assertThat(contacts.customerAcquisitionLinkList(10, "").getLinkIdList()).containsExactly(link.getLinkId());

        form.setLinkId(link.getLinkId());
        form.setLinkName("夏天");
        assertThat(contacts.customerAcquisitionUpdate(form).getErrcode()).isZero();
        var read = contacts.customerAcquisitionLinkGet(link.getLinkId());
        assertThat(read.getLink().getLinkName()).isEqualTo("夏天");
        assertThat(read.getRange().getUserList()).containsExactly("staff-01");

        client.act("{\"type\":\"ADD_BY_LINK\",\"link\":\"%s?customer_channel=c\"}".formatted(link.getUrl()));
        assertThat(contacts.customerAcquisitionCustomer(link.getLinkId(), 10, "")
                        .getCustomerList())
                .singleElement()
                .satisfies(row -> assertThat(row.getState()).isEqualTo("c"));
        assertThat(contacts.customerAcquisitionQuota().getBalance()).isEqualTo(9999);
        var today = Date.from(Instant.parse("2026-03-02T02:00:00Z"));
        assertThat(contacts.customerAcquisitionStatistic(link.getLinkId(), today, today)
                        .getNewCustomerCnt())
                .isEqualTo(1);
        assertThat(contacts.customerAcquisitionLinkDelete(link.getLinkId()).getErrcode())
                .isZero();
        assertThat(contacts.customerAcquisitionLinkList(10, "").getLinkIdList()).isEmpty();
    }

    @Test
    void convertsIds() throws WxErrorException {
        var unionid =
                contacts.getContactDetail("wmA", null).getExternalContact().getUnionId();
        var openid = contacts.convertToOpenid("wmA");
        assertThat(contacts.unionidToExternalUserid(unionid, openid)).isEqualTo("wmA");
        var theirs = contacts.toServiceExternalUserid("wmA");
        assertThat(contacts.fromServiceExternalUserid(theirs, "1000002")).isEqualTo("wmA");
        assertThat(contacts.getNewExternalUserId(new String[] {"wmA"}).getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getNewExternalUserId()).isEqualTo(theirs));
        assertThat(contacts.unionidToExternalUserid3rd(unionid, openid, TestClient.CORP)
                        .getExternalUserIdInfo())
                .hasSize(1);
        assertThat(contacts.finishExternalUserIdMigration(TestClient.CORP).getErrcode())
                .isZero();
    }

    @Test
    void listsMembersAddressesAndWhoIsServed() throws WxErrorException {
        assertThat(wxjava.getCallbackIp()).containsExactly("127.0.0.1");
        assertThat(wxjava.getApiDomainIp()).containsExactly("127.0.0.1");
        assertThat(wxjava.getUserService().listSimpleByDepartment(7L, true, 0)).hasSize(2);
        assertThat(contacts.getContactList("", 100).getInfoList())
                .extracting(row -> row.getExternalUserid())
                .containsExactly("wmA", "wmB");
    }

    @Test
    void closesATemporaryChat() throws WxErrorException {
        var way = client.contact("add_contact_way", "{'type':1,'scene':2,'is_temp':true,'user':['staff-01']}");
        var customer = client.act("{\"type\":\"SCAN\",\"qrCode\":\"%s\"}"
                        .formatted(way.path("qr_code").asText()))
                .path("externalUserId")
                .asText();
        assertThat(contacts.closeTempChat("staff-01", customer).getErrcode()).isZero();
    }

    @Test
    void readsWhatMembersDid() throws WxErrorException {
        client.act("{\"type\":\"REPLY\",\"customer\":\"wmA\",\"userid\":\"staff-01\"}");
        client.act("{\"type\":\"MEMBER_WRITES\",\"customer\":\"wmA\",\"userid\":\"staff-01\"}");
        var today = Date.from(Instant.parse("2026-03-02T02:00:00Z"));
        var days = contacts.getUserBehaviorStatistic(today, today, new String[] {"staff-01"}, null);
        assertThat(days.getBehaviorList()).singleElement().satisfies(day -> {
            assertThat(day.getChatCnt()).isEqualTo(1);
            assertThat(day.getReplyPercentage()).isEqualTo(100.0);
        });
    }
}
