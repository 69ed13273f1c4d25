package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links themselves: made, listed, limited, counted, paid for.
class AcquisitionTest extends AcquisitionCorp {
    @Test
    void keepsLinks() {
        var created = link(
                        "create_link",
                        "{'link_name':'春天','range':{'user_list':['STAFF-01'],'department_list':[7]},"
                                + "'priority_option':{'priority_type':2,'priority_userid_list':['staff-02']}}")
                .path("link");
        var id = created.path("link_id").asText();
        assertThat(id).matches("ca[\\w-]{16}");
        assertThat(created.path("url").asText()).isEqualTo("https://work.weixin.qq.com/ca/" + id);
        assertThat(created.path("create_time").asLong()).isEqualTo(1772416800);

        var read = link("get", "{'link_id':'%s'}".formatted(id));
        assertThat(read.path("link").has("link_id")).isFalse();
        assertThat(read.path("link").path("skip_verify").asBoolean()).isTrue();
        assertThat(read.path("link").path("mark_source").asBoolean()).isTrue();
        assertThat(read.path("range").toString()).isEqualTo("{\"user_list\":[\"staff-01\"],\"department_list\":[7]}");
        assertThat(read.path("priority_option").toString())
                .isEqualTo("{\"priority_type\":2,\"priority_userid_list\":[\"staff-02\"]}");

        assertThat(code(link(
                        "update_link",
                        "{'link_id':'%s','link_name':'夏天','range':{'user_list':['staff-03']},'skip_verify':false}"
                                .formatted(id))))
                .isZero();
        var changed = link("get", "{'link_id':'%s'}".formatted(id));
        assertThat(changed.path("link").path("link_name").asText()).isEqualTo("夏天");
        assertThat(changed.path("link").path("skip_verify").asBoolean()).isFalse();
        assertThat(changed.path("range").toString()).isEqualTo("{\"user_list\":[\"staff-03\"],\"department_list\":[]}");
        assertThat(code(link("delete_link", "{'link_id':'%s'}".formatted(id)))).isZero();
        assertThat(code(link("get", "{'link_id':'%s'}".formatted(id)))).isEqualTo(40058);
        assertThat(application.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create_link | {'range':{'user_list':['staff-01']}} | 40063",
                "create_link | {'link_name':'1234567890123456789012345678901','range':{'user_list':['staff-01']}} | 40058",
                "create_link | {'link_name':'a'} | 40063",
                "create_link | {'link_name':'a','range':{'user_list':['nobody']}} | 40003",
                "create_link | {'link_name':'a','range':{'user_list':['sleeper']}} | 41054",
                "create_link | {'link_name':'a','range':{'department_list':[99]}} | 60123",
                "create_link | {'link_name':'a','range':{'department_list':['7']}} | 0",
                "create_link | {'link_name':'a','range':{'user_list':'staff-01'},'priority_option':{'priority_type':3}} | 40058",
                "create_link | {'link_name':'a','range':{'user_list':'staff-01'},'priority_option':{'priority_type':2}} | 40063",
                "get | {} | 40063",
                "get | {'link_id':'caNo'} | 40058",
                "update_link | {'link_id':'caNo'} | 40058",
                "customer | {'link_id':'caNo'} | 40058",
                "get_chat_info | {'chat_key':'no'} | 41201",
                "list_link | {'cursor':'no'} | 50100",
            })
    void checksLinks(String endpoint, String body, int errcode) {
        assertThat(code(link(endpoint, body))).isEqualTo(errcode);
    }

    @Test
    void asksForACategoryAndForASpecialOneWithPreferences() {
        var preferring = "{'link_name':'a','range':{'user_list':['staff-01']},'priority_option':{'priority_type':1}}";
        load("");
        assertThat(code(link("create_link", preferring))).isEqualTo(41200);
        load(",\"acquisition\":{\"category\":\"NONE\"}");
        assertThat(code(link("create_link", preferring))).isEqualTo(41305);
    }

    @Test
    void allowsSoManyLinksAndMembersAsTheCorpsLimitsSay() {
        load(",\"limitOverrides\":{\"acquisitionLinks\":1,\"usersPerLink\":2}");
        var body = "{'link_name':'a','range':{'user_list':['staff-01','staff-02','staff-03']}}";
        assertThat(code(link("create_link", body))).isEqualTo(40032);
        assertThat(code(link("create_link", body.replace(",'staff-03'", "")))).isZero();
        assertThat(code(link("create_link", body.replace(",'staff-03'", "")))).isEqualTo(41095);
    }

    @Test
    void showsALinkOnlyToTheAppThatMadeIt() {
        var id = made("['staff-01']");
        var other = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=secret-of-1000003")
                .path("access_token")
                .asText();
        var path = "/cgi-bin/externalcontact/customer_acquisition/%s?access_token=" + other;
        assertThat(client.post(path.formatted("list_link"), "{}").path("link_id_list"))
                .isEmpty();
        assertThat(code(client.post(path.formatted("get"), "{\"link_id\":\"" + id + "\"}")))
                .isEqualTo(40058);
    }

    @Test
    void listsLinksAndTheirCustomersPageByPage() {
        var ids = List.of(made("['staff-01']"), made("['staff-01']"), made("['staff-02']"));
        var first = link("list_link", "{'limit':2}");
        var second = link(
                "list_link",
                "{'limit':2,'cursor':'%s'}".formatted(first.path("next_cursor").asText()));
        assertThat(first.path("link_id_list")).hasSize(2);
        assertThat(second.path("link_id_list").path(0).asText()).isEqualTo(ids.get(2));
        assertThat(second.path("next_cursor").asText()).isEmpty();

        for (var i = 0; i < 3; i++) {
            add(ids.getFirst(), ",\"channel\":\"c" + i + "\"");
        }
        var page = "{'link_id':'%s','limit':2,'cursor':'%s'}";
        var some = link("customer", page.formatted(ids.getFirst(), ""));
        var rest = link(
                "customer",
                page.formatted(ids.getFirst(), some.path("next_cursor").asText()));
        assertThat(some.path("customer_list")).hasSize(2);
        assertThat(rest.path("customer_list")).singleElement().satisfies(row -> {
            assertThat(row.path("state").asText()).isEqualTo("c2");
            assertThat(row.path("userid").asText()).isEqualTo("staff-01");
            assertThat(row.path("chat_status").asInt()).isZero();
        });
        assertThat(link(
                                "list_link",
                                "{'cursor':'%s'}"
                                        .formatted(some.path("next_cursor").asText()))
                        .path("errcode")
                        .asInt())
                .isEqualTo(50100);
    }

    @Test
    void countsClicksAndCustomersByDay() {
        var id = made("['staff-01']");
        client.act("{\"type\":\"OPEN_LINK\",\"link\":\"%s\"}".formatted(id));
        add(id, "");
        step("2026-03-02T16:00:00Z");
        add(id, "");
        var at = Instant.parse("2026-03-02T02:00:00Z").getEpochSecond();
        var body = "{'link_id':'%s','start_time':%d,'end_time':%d}";
        var first = link("statistic", body.formatted(id, at, at));
        assertThat(first.path("click_link_customer_cnt").asInt()).isEqualTo(2);
        assertThat(first.path("new_customer_cnt").asInt()).isEqualTo(1);
        var both = link("statistic", body.formatted(id, at, at + 86400));
        assertThat(both.path("click_link_customer_cnt").asInt()).isEqualTo(3);
        var read = client.contactGet(
                "customer_acquisition/statistic", "&link_id=%s&start_time=%d&end_time=%d".formatted(id, at, at));
        assertThat(read.path("click_link_customer_cnt").asInt()).isEqualTo(2);
        assertThat(code(link("statistic", body.formatted(id, at, at - 86400)))).isEqualTo(600018);
        assertThat(code(link("statistic", body.formatted(id, at - 30 * 86400L, at))))
                .isEqualTo(600018);
        assertThat(code(link("statistic", body.formatted(id, at - 182 * 86400L, at - 181 * 86400L))))
                .isEqualTo(600018);
        assertThat(code(link("statistic", "{'link_id':'%s'}".formatted(id)))).isEqualTo(600018);
    }

    @Test
    void paysForCustomersAndTellsWhenLittleIsLeft() {
        var id = made("['staff-01']");
        var before = client.contactGet("customer_acquisition_quota", "");
        assertThat(before.path("total").asInt()).isZero();
        assertThat(before.path("balance").asInt()).isEqualTo(21);
        assertThat(before.path("quota_list").path(0).path("expire_date").asLong())
                .isEqualTo(Instant.parse("2026-03-20T02:00:00Z").getEpochSecond());
        add(id, "");
        assertThat(told()).doesNotContain("balance_low");
        for (var i = 0; i < 20; i++) {
            assertThat(add(id, "").path("outcome").asText()).isEqualTo("ADDED");
        }
        assertThat(told()).containsOnlyOnce("balance_low", "balance_exhausted");
        assertThat(add(id, "").path("outcome").asText()).isEqualTo("NOBODY");
        var empty = client.contact("customer_acquisition_quota", "{}");
        assertThat(empty.path("total").asInt()).isEqualTo(21);
        assertThat(empty.path("balance").asInt()).isZero();
        assertThat(empty.path("quota_list")).isEmpty();

        application.events().clear();
        var grant = "{\"type\":\"GRANT_LINK_USES\",\"uses\":30,\"expiresAt\":\"2026-04-02T02:00:00Z\"}";
        client.act(grant);
        client.act(grant);
        assertThat(told()).containsExactly("balance_increased");
        assertThat(client.contactGet("customer_acquisition_quota", "")
                        .path("balance")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void warnsOfUsesThatEndAndEndsThem() {
        made("['staff-01']");
        step("2026-03-21T02:00:00Z");
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " "
                        + Instant.ofEpochSecond(Long.parseLong(element(xml, "CreateTime"))) + " "
                        + element(xml, "ExpireQuotaNum"))
                .containsExactly(
                        "quota_expire_soon 2026-03-06T02:00:00Z 21",
                        "quota_expire_soon 2026-03-13T02:00:00Z 21",
                        "quota_expire_soon 2026-03-17T02:00:00Z 21",
                        "quota_expire_soon 2026-03-18T02:00:00Z 21",
                        "quota_expire_soon 2026-03-19T02:00:00Z 21",
                        "balance_exhausted 2026-03-20T02:00:00Z ");
        assertThat(element(application.events().getFirst(), "ExpireTime"))
                .isEqualTo(Long.toString(Instant.parse("2026-03-20T02:00:00Z").getEpochSecond()));
    }

    @Test
    void tellsWhenNobodyBehindALinkCanServeAndWhenTheConsoleDeletesIt() {
        var id = made("['staff-01','staff-02']");
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-01\"}");
        assertThat(application.events()).isEmpty();
        client.act("{\"type\":\"MEMBER_CHANGES\",\"userid\":\"staff-02\",\"status\":2}");
        assertThat(add(id, "").path("outcome").asText()).isEqualTo("NOBODY");
        client.act("{\"type\":\"DELETE_LINK\",\"link\":\"%s\"}".formatted(id));
        assertThat(application.events())
                .extracting(xml -> element(xml, "ChangeType") + " " + element(xml, "LinkId"))
                .containsExactly("link_unavailable " + id, "open_profile " + id, "delete_link " + id);
    }
}
