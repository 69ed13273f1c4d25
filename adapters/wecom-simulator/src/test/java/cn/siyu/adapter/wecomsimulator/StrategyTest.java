package cn.siyu.adapter.wecomsimulator;

import static cn.siyu.adapter.wecomsimulator.CallbackReceiver.element;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Customer strategies with their ranges, levels and tags.
class StrategyTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);
    private final CallbackReceiver application = new CallbackReceiver(0);

    @BeforeEach
    void loadCorp() {
        var corp = TestClient.corp("""
                ,"tags":[{"group":"意向","names":["高"]}],
                "customers":[{"externalUserId":"wmA","followers":[{"userid":"staff-01"},{"userid":"staff-03"}]}]""");
        client.control(
                "POST",
                "",
                corp.replace("{\"userid\":\"clerk\"", "{\"userid\":\"boss\",\"superAdmin\":true},{\"userid\":\"clerk\"")
                        .replace("\"secret-of-1000003\",\"customerContact\":false", "\"secret-of-1000003\""));
        client.control("PUT", "/apps/1000002/callback", application.settings());
    }

    @AfterEach
    void stop() {
        application.close();
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode strategy(String name, String body) {
        return client.contact("customer_strategy/" + name, body);
    }

    private int made(int parent, String range) {
        var answer = strategy(
                "create",
                "{'parent_id':%d,'strategy_name':'门店','admin_list':['staff-01'],'range':[%s]}"
                        .formatted(parent, range));
        assertThat(code(answer)).as("%s", answer).isZero();
        return answer.path("strategy_id").asInt();
    }

    private JsonNode range(int id) {
        return strategy("get_range", "{'strategy_id':%d}".formatted(id)).path("range");
    }

    @Test
    void keepsStrategiesWithTheirPrivileges() {
        var id = made(0, "{'type':2,'partyid':7},{'type':1,'userid':'STAFF-03'}");
        assertThat(code(strategy(
                        "edit",
                        "{'strategy_id':%d,'strategy_name':'总店','privilege':{'send_group_msg':false,'contact_me':false}}"
                                .formatted(id))))
                .isZero();
        var read = strategy("get", "{'strategy_id':%d}".formatted(id)).path("strategy");
        assertThat(read.path("strategy_name").asText()).isEqualTo("总店");
        assertThat(read.path("parent_id").asInt()).isZero();
        assertThat(read.path("admin_list").toString()).isEqualTo("[\"staff-01\"]");
        assertThat(read.path("create_time").asLong()).isEqualTo(1772416800);
        assertThat(read.path("privilege")).hasSize(21);
        assertThat(read.path("privilege").path("send_group_msg").asBoolean()).isFalse();
        assertThat(read.path("privilege").path("contact_me").asBoolean()).isTrue();
        assertThat(read.path("privilege").path("rapid_reply").asBoolean()).isTrue();
        assertThat(range(id).toString()).isEqualTo("[{\"type\":1,\"userid\":\"staff-03\"},{\"type\":2,\"partyid\":7}]");
        assertThat(code(strategy("del", "{'strategy_id':%d}".formatted(id)))).isZero();
        assertThat(code(strategy("get", "{'strategy_id':%d}".formatted(id)))).isEqualTo(40058);
        assertThat(made(0, "{'type':2,'partyid':7}")).isGreaterThan(id);
    }

    @Test
    void inheritsPrivilegesAndStaysInsideTheRangeAbove() {
        var top = made(0, "{'type':2,'partyid':1}");
        var below = made(top, "{'type':2,'partyid':7},{'type':1,'userid':'staff-03'}");
        strategy("edit", "{'strategy_id':%d,'privilege':{'rapid_reply':false}}".formatted(top));
        assertThat(strategy("get", "{'strategy_id':%d}".formatted(below))
                        .path("strategy")
                        .path("privilege")
                        .path("rapid_reply")
                        .asBoolean())
                .isFalse();
        assertThat(code(strategy(
                        "edit",
                        "{'strategy_id':%d,'range_add':[{'type':2,'partyid':7}],'range_del':[{'type':2,'partyid':1}]}"
                                .formatted(top))))
                .isZero();
        assertThat(range(below).toString()).isEqualTo("[{\"type\":2,\"partyid\":7}]");
        assertThat(code(strategy(
                        "create",
                        "{'parent_id':%d,'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':1,'userid':'staff-03'}]}"
                                .formatted(top))))
                .isEqualTo(40058);
        strategy("del", "{'strategy_id':%d}".formatted(top));
        assertThat(strategy("list", "{}").path("strategy")).isEmpty();
    }

    @Test
    void allowsFiveLevels() {
        var parent = 0;
        for (var level = 0; level < 5; level++) {
            parent = made(parent, "{'type':2,'partyid':7}");
        }
        assertThat(code(strategy(
                        "create",
                        "{'parent_id':%d,'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':2,'partyid':7}]}"
                                .formatted(parent))))
                .isEqualTo(40058);
        var first = strategy("list", "{'limit':3}");
        assertThat(first.path("strategy")).hasSize(3);
        var rest = strategy(
                "list",
                "{'limit':3,'cursor':'%s'}".formatted(first.path("next_cursor").asText()));
        assertThat(rest.path("strategy")).hasSize(2);
        assertThat(rest.has("next_cursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create | {'admin_list':['staff-01'],'range':[{'type':2,'partyid':7}]} | 40063",
                "create | {'strategy_name':'a','range':[{'type':2,'partyid':7}]} | 40063",
                "create | {'strategy_name':'a','admin_list':['staff-01']} | 40063",
                "create | {'strategy_name':'a','admin_list':['nobody'],'range':[{'type':2,'partyid':7}]} | 40003",
                "create | {'strategy_name':'a','admin_list':['boss'],'range':[{'type':2,'partyid':7}]} | 40058",
                "create | {'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':3}]} | 40058",
                "create | {'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':2,'partyid':99}]} | 60123",
                "create | {'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':1,'userid':'no'}]} | 40003",
                "create | {'parent_id':9,'strategy_name':'a'} | 40058",
                "get | {} | 40063",
                "get | {'strategy_id':9} | 40058",
                "get_range | {'strategy_id':9} | 40058",
                "edit | {'strategy_id':9} | 40058",
                "del | {'strategy_id':9} | 40058",
                "list | {'cursor':'no'} | 50100",
            })
    void checksStrategies(String endpoint, String body, int errcode) {
        var answer = strategy(endpoint, body);
        assertThat(code(answer)).isEqualTo(errcode);
    }

    @Test
    void takesSoManyNodesAndAdmins() {
        var nodes =
                IntStream.range(0, 101).mapToObj(_ -> "{'type':2,'partyid':7}").toList();
        var body = "{'strategy_name':'a','admin_list':['staff-01'],'range':%s}";
        assertThat(code(strategy("create", body.formatted(nodes)))).isEqualTo(40058);
        assertThat(code(strategy("create", body.formatted(nodes.subList(0, 100)))))
                .isZero();
        client.control("PUT", "/limits", "{\"enabled\":true,\"overrides\":{\"strategyAdmins\":1,\"strategyNodes\":1}}");
        assertThat(code(strategy(
                        "create",
                        "{'strategy_name':'a','admin_list':['staff-01','staff-02'],'range':[{'type':2,'partyid':7}]}")))
                .isEqualTo(40032);
        assertThat(
                        code(
                                strategy(
                                        "create",
                                        "{'strategy_name':'a','admin_list':['staff-01'],'range':[{'type':2,'partyid':7},{'type':2,'partyid':1}]}")))
                .isEqualTo(40058);
    }

    @Test
    void keepsTheTagsOfAStrategyApartFromTheCorps() {
        var id = made(0, "{'type':2,'partyid':7}");
        var below = made(id, "{'type':2,'partyid':7}");
        var group = client.contact(
                        "add_strategy_tag",
                        "{'strategy_id':%d,'group_name':'意向','tag':[{'name':'高'},{'name':'低'}]}".formatted(id))
                .path("tag_group");
        assertThat(group.path("strategy_id").asInt()).isEqualTo(id);
        assertThat(client.contact("get_corp_tag_list", "{}").path("tag_group")).hasSize(1);
        var listed = client.contact("get_strategy_tag_list", "{'strategy_id':%d}".formatted(id))
                .path("tag_group");
        assertThat(listed).singleElement().satisfies(found -> {
            assertThat(found.path("strategy_id").asInt()).isEqualTo(id);
            assertThat(found.path("tag")).hasSize(2);
        });
        assertThat(code(client.contact(
                        "add_strategy_tag",
                        "{'strategy_id':%d,'group_name':'a','tag':[{'name':'b'}]}".formatted(below))))
                .isEqualTo(40058);
        assertThat(code(client.contact("add_strategy_tag", "{'group_name':'a','tag':[{'name':'b'}]}")))
                .isEqualTo(40063);

        var tag = group.path("tag").path(0).path("id").asText();
        assertThat(code(client.contact("edit_corp_tag", "{'id':'%s','name':'很高'}".formatted(tag))))
                .isEqualTo(40068);
        assertThat(code(client.contact("edit_strategy_tag", "{'id':'%s','name':'很高'}".formatted(tag))))
                .isZero();
        var mark = "{'userid':'%s','external_userid':'wmA','add_tag':['%s']}";
        assertThat(code(client.contact("mark_tag", mark.formatted("staff-03", tag))))
                .isEqualTo(40068);
        assertThat(code(client.contact("mark_tag", mark.formatted("staff-01", tag))))
                .isZero();
        var marked = client.contactGet("get", "&external_userid=wmA").path("follow_user").findValues("tags").stream()
                .flatMap(tags -> tags.valueStream())
                .toList();
        assertThat(marked).singleElement().satisfies(found -> {
            assertThat(found.path("tag_name").asText()).isEqualTo("很高");
            assertThat(found.path("type").asInt()).isEqualTo(3);
        });
        var other = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=secret-of-1000003")
                .path("access_token")
                .asText();
        assertThat(client.post("/cgi-bin/externalcontact/get_strategy_tag_list?access_token=" + other, "{}")
                        .path("tag_group"))
                .isEmpty();

        client.act("{\"type\":\"RENAME_TAG\",\"tag\":\"%s\",\"name\":\"最高\"}".formatted(tag));
        assertThat(element(application.events().getLast(), "StrategyId")).isEqualTo(Integer.toString(id));
        assertThat(code(client.contact(
                        "del_strategy_tag",
                        "{'group_id':['%s']}".formatted(group.path("group_id").asText()))))
                .isZero();
        assertThat(client.contact("get_strategy_tag_list", "{}").path("tag_group"))
                .isEmpty();
        assertThat(client.contactGet("get", "&external_userid=wmA").toString()).doesNotContain("最高");
    }

    @Test
    void losesItsTagsWithTheStrategy() {
        var id = made(0, "{'type':2,'partyid':7}");
        client.contact("add_strategy_tag", "{'strategy_id':%d,'group_name':'意向','tag':[{'name':'高'}]}".formatted(id));
        strategy("del", "{'strategy_id':%d}".formatted(id));
        assertThat(client.contact("get_strategy_tag_list", "{}").path("tag_group"))
                .isEmpty();
    }

    @Test
    void tellsOfTagsThatWereSorted() {
        var made = client.contact("add_corp_tag", "{'group_name':'来源','tag':[{'name':'店'},{'name':'网'}]}")
                .path("tag_group");
        var group = made.path("group_id").asText();
        var shop = made.path("tag").path(0).path("id").asText();
        var net = made.path("tag").path(1).path("id").asText();
        client.act("{\"type\":\"SORT_TAGS\",\"group\":\"%s\",\"ids\":[\"%s\",\"%s\"]}".formatted(group, net, shop));
        assertThat(application.events())
                .singleElement()
                .satisfies(xml -> assertThat(xml)
                        .endsWith("<Id><![CDATA[" + group + "]]></Id><StrategyId>0</StrategyId>"
                                + "<ChangeType><![CDATA[shuffle]]></ChangeType></xml>"));
        assertThat(client.contact("get_corp_tag_list", "{'group_id':['%s']}".formatted(group))
                        .path("tag_group")
                        .path(0)
                        .path("tag")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("网");
        client.act("{\"type\":\"SORT_TAGS\",\"ids\":[\"%s\"]}".formatted(group));
        assertThat(element(application.events().getLast(), "Id")).isEmpty();
    }
}
