package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the detail of a customer shows, and to whom of them which fields belong.
class CustomerDetailTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        var many = IntStream.range(0, 501)
                .mapToObj(i -> "{\"userid\":\"m%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        client.control(
                "POST",
                "",
                TestClient.corp("""
                ,"customers":[{"externalUserId":"wmA","unionid":"oA","followers":[{"userid":"staff-01","addWay":10},{"userid":"staff-02"}]},
                              {"externalUserId":"woB","followers":[{"userid":"staff-01"}]},
                              {"externalUserId":"wmFamous","followers":[%s]}]""".formatted(many)).replace("{\"userid\":\"clerk\"", many + ",{\"userid\":\"clerk\""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode detail(String customer) {
        return client.contactGet("get", "&external_userid=" + customer);
    }

    @Test
    void showsTheChannelThatACustomerCameBy() {
        var follows = detail("wmA").path("follow_user");
        assertThat(follows.path(0).path("wechat_channels").path("nickname").asText())
                .isEqualTo("示例咖啡");
        assertThat(follows.path(0).path("wechat_channels").path("source").asInt())
                .isEqualTo(1);
        assertThat(follows.path(1).has("wechat_channels")).isFalse();
        var rows = client.contact("batch/get_by_user", "{'userid_list':['staff-01']}")
                .path("external_contact_list");
        assertThat(rows.path(0).path("follow_info").has("wechat_channels")).isTrue();
        assertThat(rows.path(1).path("follow_info").has("wechat_channels")).isFalse();
    }

    @Test
    void showsTheCorpOfAPartnerAndTheUnionidOfAWeChatUser() {
        var partner = detail("woB");
        assertThat(partner.path("external_contact").path("type").asInt()).isEqualTo(2);
        assertThat(partner.path("external_contact").has("unionid")).isFalse();
        assertThat(partner.path("external_contact").path("corp_name").asText()).isNotEmpty();
        assertThat(partner.path("external_contact").path("external_profile").has("external_attr"))
                .isTrue();
        assertThat(partner.path("follow_user").path(0).has("remark_corp_name")).isFalse();
        var friend = detail("wmA").path("external_contact");
        assertThat(friend.path("unionid").asText()).isEqualTo("oA");
        assertThat(friend.has("corp_name")).isFalse();
    }

    @Test
    void keepsTheCompanyThatAMemberNotesOfWeChatUsersOnly() {
        var note = "{'userid':'staff-01','external_userid':'%s','remark_company':'装修公司'}";
        client.contact("remark", note.formatted("wmA"));
        client.contact("remark", note.formatted("woB"));
        assertThat(detail("wmA").path("follow_user").findValuesAsText("remark_corp_name"))
                .contains("装修公司");
        assertThat(detail("woB").path("follow_user").path(0).has("remark_corp_name"))
                .isFalse();
    }

    @Test
    void pagesBeyondFiveHundredFollowers() {
        var first = detail("wmFamous");
        assertThat(first.path("follow_user")).hasSize(500);
        var cursor = first.path("next_cursor").asText();
        var second = client.contactGet("get", "&external_userid=wmFamous&cursor=" + cursor);
        assertThat(second.path("follow_user")).hasSize(1);
        assertThat(second.path("next_cursor").asText()).isEmpty();
        assertThat(client.contactGet("get", "&external_userid=wmA&cursor=" + cursor)
                        .path("errcode")
                        .asInt())
                .isEqualTo(50100);
    }
}
