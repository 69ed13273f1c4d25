package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the platform refuses about members, contact ways, customers and tags, and with which code.
class ContactRulesTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"tags":[{"group":"意向","names":["高","低"]}],
                "customers":[{"externalUserId":"wmCustomer","name":"老王","followers":[
                   {"userid":"staff-01","addedAt":"2026-01-05T02:00:00Z","state":"old","tags":["高"]}]}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private String tagNamed(String name) {
        for (var tag : client.contact("get_corp_tag_list", "{}")
                .path("tag_group")
                .path(0)
                .path("tag")) {
            if (tag.path("name").asText().equals(name)) {
                return tag.path("id").asText();
            }
        }
        throw new AssertionError(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userid=STAFF-01 | 0",
                "userid= | 60111",
                "userid=nobody | 60111",
                "userid=a%20b | 40003",
            })
    void knowsMembersWhateverTheirCase(String query, int errcode) {
        assertThat(code(client.get("/cgi-bin/user/get?access_token=" + client.token() + "&" + query)))
                .isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':1,'scene':2,'user':['staff-01']} | 0",
                "{'type':2,'scene':1,'style':2,'party':[7]} | 0",
                "{'type':2,'scene':1,'style':3,'party':[7]} | 41042",
                "{'scene':2,'user':['staff-01']} | 41037",
                "{'type':1,'user':['staff-01']} | 41038",
                "{'type':3,'scene':2,'user':['staff-01']} | 41039",
                "{'type':1,'scene':3,'user':['staff-01']} | 41040",
                "{'type':1,'scene':2,'user':['staff-01','staff-02']} | 41041",
                "{'type':1,'scene':2,'user':[]} | 40003",
                "{'type':1,'scene':2,'user':['nobody']} | 40003",
                "{'type':1,'scene':2,'user':['sleeper']} | 41054",
                "{'type':1,'scene':2,'user':['clerk']} | 48002",
                "{'type':2,'scene':2,'party':[99]} | 60123",
                "{'type':1,'scene':2,'user':['staff-01'],'is_temp':true,'expires_in':1209600} | 0",
                "{'type':1,'scene':2,'user':['staff-01'],'is_temp':true,'expires_in':1209601} | 40058",
                "{'type':1,'scene':2,'user':['staff-01'],'is_temp':true,'expires_in':0} | 40058",
                "{'type':1,'scene':2,'user':['staff-01'],'is_temp':true,'chat_expires_in':-1} | 40058",
                "{'type':1,'scene':2,'user':['staff-01'],'is_temp':true,'conclusions':{'image':{'media_id':'no'}}} | 40007",
                "{'type':1,'scene':2,'user':['staff-01'],'state':'1234567890123456789012345678901'} | 40058",
            })
    void checksAContactWay(String body, int errcode) {
        assertThat(code(client.contact("add_contact_way", body))).isEqualTo(errcode);
    }

    @Test
    void knowsOnlyContactWaysThatExist() {
        assertThat(code(client.contact("get_contact_way", "{}"))).isEqualTo(41043);
        assertThat(code(client.contact("del_contact_way", "{'config_id':'no'}")))
                .isEqualTo(41044);
    }

    @Test
    void listsContactWaysPageByPageWithoutTemporaryOnes() {
        for (var i = 0; i < 5; i++) {
            client.contact("add_contact_way", "{'type':1,'scene':1,'user':['staff-01']}");
        }
        client.contact("add_contact_way", "{'type':1,'scene':1,'is_temp':true,'user':['staff-01']}");
        var first = client.contact("list_contact_way", "{'limit':3}");
        assertThat(first.path("contact_way")).hasSize(3);
        var cursor = first.path("next_cursor").asText();
        assertThat(code(client.contact(
                        "list_contact_way", "{'limit':3,'start_time':1,'cursor':'%s'}".formatted(cursor))))
                .isEqualTo(50100);
        var second = client.contact("list_contact_way", "{'limit':3,'cursor':'%s'}".formatted(cursor));
        assertThat(second.path("contact_way")).hasSize(2);
        assertThat(second.path("next_cursor").asText()).isEmpty();
    }

    @Test
    void tellsWhoCannotBeRead() {
        assertThat(code(client.contactGet("get", "&external_userid=wmCustomer")))
                .isZero();
        assertThat(code(client.contactGet("get", "&external_userid=wmNobody"))).isEqualTo(40096);
        assertThat(code(client.contactGet("list", "&userid=staff-02"))).isEqualTo(84061);
        assertThat(code(client.contactGet("list", "&userid=clerk"))).isEqualTo(84061);
        assertThat(code(client.contactGet("list", "&userid=nobody"))).isEqualTo(40003);
        assertThat(code(client.contactGet("list", ""))).isEqualTo(60111);
    }

    @Test
    void keepsAOneSidedRelationReadableUntilTheMemberDeletesToo() {
        client.act("{\"type\":\"CUSTOMER_DELETES\",\"customer\":\"wmCustomer\",\"userid\":\"staff-01\"}");
        assertThat(code(client.contactGet("get", "&external_userid=wmCustomer")))
                .isZero();
        assertThat(client.contactGet("list", "&userid=staff-01").path("external_userid"))
                .hasSize(1);
        client.act("{\"type\":\"MEMBER_DELETES\",\"customer\":\"wmCustomer\",\"userid\":\"staff-01\"}");
        assertThat(code(client.contactGet("get", "&external_userid=wmCustomer")))
                .isEqualTo(84061);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'userid':'staff-01','external_userid':'wmCustomer','remark_mobiles':''} | 0",
                "{'userid':'staff-01','external_userid':'wmCustomer'} | 40063",
                "{'userid':'staff-01','external_userid':'wmCustomer','remark_pic_mediaid':'no'} | 40007",
                "{'userid':'nobody','external_userid':'wmCustomer','remark':'a'} | 40003",
                "{'userid':'staff-01','external_userid':'wmNobody','remark':'a'} | 40096",
                "{'userid':'staff-02','external_userid':'wmCustomer','remark':'a'} | 84061",
                "{'userid':'staff-01','external_userid':'wmCustomer','remark':'123456789012345678901'} | 40058",
            })
    void checksARemark(String body, int errcode) {
        assertThat(code(client.contact("remark", body))).isEqualTo(errcode);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "add_corp_tag | {'group_name':'意向','tag':[{'name':'中'},{'name':'中'}]} | 0",
                "add_corp_tag | {'group_name':'意向','tag':[{'name':'高'}]} | 40071",
                "add_corp_tag | {'group_name':'意向','tag':[]} | 41018",
                "add_corp_tag | {'group_name':'意向','tag':[{'name':''}]} | 41018",
                "add_corp_tag | {'group_id':'etNo','tag':[{'name':'a'}]} | 40068",
                "add_corp_tag | {'group_name':'g','tag':[{'name':'1234567890123456789012345678901'}]} | 40072",
                "edit_corp_tag | {'name':'a'} | 41017",
                "edit_corp_tag | {'id':'etNo','name':'a'} | 40068",
                "del_corp_tag | {} | 41017",
                "del_corp_tag | {'tag_id':['etNo']} | 40068",
                "get_corp_tag_list | {'tag_id':['etNo']} | 40068",
                "mark_tag | {'userid':'staff-01','external_userid':'wmCustomer'} | 41017",
                "mark_tag | {'userid':'staff-01','external_userid':'wmCustomer','add_tag':['etNo']} | 40068",
                "mark_tag | {'userid':'staff-02','external_userid':'wmCustomer','add_tag':['etNo']} | 84061",
            })
    void checksTags(String endpoint, String body, int errcode) {
        assertThat(code(client.contact(endpoint, body))).isEqualTo(errcode);
    }

    @Test
    void leavesTagsThatAnAdministratorOrAnotherAppHasMade() {
        assertThat(code(client.contact("edit_corp_tag", "{'id':'%s','name':'很高'}".formatted(tagNamed("高")))))
                .isEqualTo(81011);
        assertThat(code(client.contact("del_corp_tag", "{'tag_id':['%s']}".formatted(tagNamed("低")))))
                .isEqualTo(81011);
        client.contact("add_corp_tag", "{'group_name':'意向','tag':[{'name':'中'}]}");
        client.control("PATCH", "/apps/1000003", "{\"customerContact\":true}");
        var other = client.get("/cgi-bin/gettoken?corpsecret=secret-of-1000003&corpid=" + TestClient.CORP)
                .path("access_token")
                .asText();
        var edit = "{\"id\":\"%s\",\"name\":\"中等\"}".formatted(tagNamed("中"));
        assertThat(code(client.post("/cgi-bin/externalcontact/edit_corp_tag?access_token=" + other, edit)))
                .isEqualTo(81011);
        assertThat(code(client.contact("edit_corp_tag", edit))).isZero();
        assertThat(tagNamed("中等")).isNotEmpty();
    }

    @Test
    void refusesToRenameATagToAnotherOnesNameAndDeletesAGroupWithItsLastTag() {
        for (var name : List.of("高", "低")) {
            client.act("{\"type\":\"DELETE_TAG\",\"tag\":\"%s\"}".formatted(tagNamed(name)));
        }
        client.contact("add_corp_tag", "{'group_name':'意向','tag':[{'name':'高'},{'name':'低'}]}");
        var high = tagNamed("高");
        assertThat(code(client.contact("edit_corp_tag", "{'id':'%s','name':'低'}".formatted(high))))
                .isEqualTo(40071);
        assertThat(code(client.contact("edit_corp_tag", "{'id':'%s','name':'高'}".formatted(high))))
                .isZero();
        client.contact("del_corp_tag", "{'tag_id':['%s','%s']}".formatted(high, tagNamed("低")));
        assertThat(client.contact("get_corp_tag_list", "{}").path("tag_group")).isEmpty();
        var detail = client.contactGet("get", "&external_userid=wmCustomer");
        assertThat(detail.path("follow_user").path(0).path("tags")).isEmpty();
    }
}
