package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpProductAlbumInfo;
import me.chanjar.weixin.cp.bean.external.interceptrule.ApplicableRange;
import me.chanjar.weixin.cp.bean.external.interceptrule.WxCpInterceptRule;
import me.chanjar.weixin.cp.bean.external.interceptrule.WxCpInterceptRuleAddRequest;
import me.chanjar.weixin.cp.bean.external.product.Attachment;
import me.chanjar.weixin.cp.bean.external.product.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intercept rules hold members' messages back; product albums keep what is shown to customers.
class RulesAndAlbumsTest {
    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final TestClient client = new TestClient(simulator);

    @BeforeEach
    void loadCorp() {
        client.control("POST", "", TestClient.corp("""
                ,"customers":[{"externalUserId":"wmOne","followers":[{"userid":"staff-01"},{"userid":"staff-03"}]}]"""));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(-99);
    }

    private JsonNode add(String name, String more) {
        return client.contact(
                "add_intercept_rule",
                "{'rule_name':'%s','word_list':['返现'],'intercept_type':1,'applicable_range':{'user_list':['staff-01']}%s}"
                        .formatted(name, more));
    }

    private String rule(String name, String more) {
        return add(name, more).path("rule_id").asText();
    }

    private JsonNode get(String id) {
        return client.contact("get_intercept_rule", "{'rule_id':'%s'}".formatted(id));
    }

    private String writes(String userid, String text) {
        return client.act("{\"type\":\"MEMBER_SENDS\",\"userid\":\"%s\",\"customer\":\"wmOne\",\"text\":\"%s\"}"
                        .formatted(userid, text))
                .path("outcome")
                .asText();
    }

    private static String words(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'" + "a".repeat(length - 3) + (100 + i) + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 40063",
                "{'rule_name':'123456789012345678901'} | 40058",
                "{'rule_name':'r'} | 40063",
                "{'rule_name':'r','word_list':['']} | 41084",
                "{'rule_name':'r','word_list':['123456789012345678901234567890123']} | 41084",
                "{'rule_name':'r','word_list':['w']} | 40058",
                "{'rule_name':'r','word_list':['w'],'intercept_type':3} | 40058",
                "{'rule_name':'r','word_list':['w'],'intercept_type':2} | 40063",
                "{'rule_name':'r','word_list':['w'],'intercept_type':2,'applicable_range':{'user_list':['nobody']}} | 40003",
                "{'rule_name':'r','word_list':['w'],'intercept_type':2,'applicable_range':{'department_list':[99]}} | 60123",
                "{'rule_name':'r','word_list':['w'],'intercept_type':2,'semantics_list':[4],'applicable_range':{'department_list':[7]}} | 40058",
                "{'rule_name':'r','word_list':['w'],'intercept_type':2,'applicable_range':{'department_list':[7]}} | 0",
            })
    void checksARule(String body, int errcode) {
        assertThat(code(client.contact("add_intercept_rule", body))).isEqualTo(errcode);
    }

    @Test
    void boundsRulesWordsAndNodes() {
        var body = "{'rule_name':'r','word_list':%s,'intercept_type':1,'applicable_range':{'department_list':[7]}}";
        assertThat(code(client.contact("add_intercept_rule", body.formatted(words(300, 32)))))
                .isZero();
        assertThat(code(client.contact(
                        "add_intercept_rule", body.replace("'r'", "'s'").formatted(words(301, 5)))))
                .isEqualTo(41083);
        assertThat(code(add("r", ""))).isEqualTo(41077);
        for (var i = 1; i < 100; i++) {
            assertThat(code(add("rule" + i, ""))).isZero();
        }
        assertThat(code(add("one too many", ""))).isEqualTo(41069);
        var many = IntStream.range(0, 1001).mapToObj(_ -> "'staff-01'").collect(Collectors.joining(","));
        var range = ",'applicable_range':{'user_list':[%s]}".formatted(many);
        assertThat(code(client.contact(
                        "add_intercept_rule",
                        "{'rule_name':'n','word_list':['w'],'intercept_type':1%s}".formatted(range))))
                .isEqualTo(41076);
    }

    @Test
    void changesAndDeletesARule() {
        var id = rule("优惠", ",'semantics_list':[1,2]");
        var made = get(id).path("rule");
        assertThat(made.path("semantics_list"))
                .isEqualTo(made.path("extra_rule").path("semantics_list"));
        assertThat(
                        code(
                                client.contact(
                                        "update_intercept_rule",
                                        "{'rule_id':'%s','rule_name':'优惠','intercept_type':2,'extra_rule':{'semantics_list':[]},"
                                                        .formatted(id)
                                                + "'add_applicable_range':{'department_list':[7]},'remove_applicable_range':{'user_list':['staff-01']}}")))
                .isZero();
        var changed = get(id).path("rule");
        assertThat(changed.path("intercept_type").asInt()).isEqualTo(2);
        assertThat(changed.path("word_list").toString()).isEqualTo("[\"返现\"]");
        assertThat(changed.path("semantics_list")).isEmpty();
        assertThat(changed.path("applicable_range").toString()).isEqualTo("{\"user_list\":[],\"department_list\":[7]}");
        assertThat(code(client.contact(
                        "update_intercept_rule",
                        "{'rule_id':'%s','remove_applicable_range':{'department_list':[7]}}".formatted(id))))
                .isEqualTo(40063);
        assertThat(client.contactGet("get_intercept_rule_list", "").findValuesAsText("rule_name"))
                .containsExactly("优惠");
        assertThat(code(client.contact("del_intercept_rule", "{'rule_id':'%s'}".formatted(id))))
                .isZero();
        assertThat(code(get(id))).isEqualTo(41071);
        assertThat(code(get("no"))).isEqualTo(41070);
        assertThat(code(get(""))).isEqualTo(41068);
        assertThat(client.contactGet("get_intercept_rule_list", "").path("rule_list"))
                .isEmpty();
    }

    @Test
    void keepsBackOrWarnsOfWhatAMemberWrites() {
        var id = rule("优惠", ",'semantics_list':[1,3]");
        client.contact(
                "add_intercept_rule",
                "{'rule_name':'邮箱','word_list':['邮箱'],'semantics_list':[2],'intercept_type':2,'applicable_range':{'department_list':[1]}}");
        assertThat(writes("staff-01", "今天返现")).isEqualTo("BLOCKED");
        assertThat(writes("staff-01", "电话13800138000")).isEqualTo("BLOCKED");
        assertThat(writes("staff-01", "单号138001380001")).isEqualTo("SENT");
        assertThat(writes("staff-01", "写信到 a@example.cn")).isEqualTo("WARNED");
        assertThat(writes("staff-03", "今天返现")).isEqualTo("SENT");
        assertThat(writes("staff-02", "你好")).isEqualTo("NO_CONTACT");
        var red = client.act(
                "{\"type\":\"MEMBER_SENDS\",\"userid\":\"staff-01\",\"customer\":\"wmOne\",\"redPacket\":true}");
        assertThat(red.path("outcome").asText()).isEqualTo("BLOCKED");
        assertThat(client.lines("/intercepted"))
                .extracting(hit -> hit.path("word").asText())
                .containsExactly("返现", "MOBILE", "MAIL", "RED_PACKET");
        client.contact("del_intercept_rule", "{'rule_id':'%s'}".formatted(id));
        assertThat(writes("staff-01", "今天返现")).isEqualTo("SENT");
    }

    private String picture() {
        return client.upload("upload_attachment?media_type=image&attachment_type=2", "media", TestFiles.png(9, 9))
                .path("media_id")
                .asText();
    }

    private JsonNode product(String fields, String media) {
        return client.contact(
                "add_product_album",
                "{%s,'attachments':[{'type':'image','image':{'media_id':'%s'}}]}".formatted(fields, media));
    }

    @Test
    void checksAProduct() {
        var media = picture();
        assertThat(code(product("'description':'拿铁','price':5000000,'product_sn':'A1'", media)))
                .isZero();
        assertThat(code(product("'description':'拿铁','price':5000001", media))).isEqualTo(41085);
        assertThat(code(product("'description':'拿铁','price':-1", media))).isEqualTo(41085);
        assertThat(code(product("'description':'拿铁'", media))).isEqualTo(41085);
        assertThat(code(product("'description':'','price':1", media))).isEqualTo(41087);
        assertThat(code(product("'description':'%s','price':1".formatted("菜".repeat(301)), media)))
                .isEqualTo(41087);
        assertThat(code(product("'description':'a','price':1,'product_sn':'A-1'", media)))
                .isEqualTo(41086);
        assertThat(code(product("'description':'a','price':1", "no"))).isEqualTo(40007);
        var other = client.media("image", TestFiles.png(9, 9));
        assertThat(code(product("'description':'a','price':1", other))).isEqualTo(41072);
        assertThat(code(client.contact("add_product_album", "{'description':'a','price':1}")))
                .isEqualTo(41088);
        var film = "{'description':'a','price':1,'attachments':[{'type':'video'}]}";
        assertThat(code(client.contact("add_product_album", film))).isEqualTo(41065);
        var ten = IntStream.range(0, 10).mapToObj(_ -> "{'type':'image'}").collect(Collectors.joining(","));
        assertThat(code(client.contact(
                        "add_product_album", "{'description':'a','price':1,'attachments':[%s]}".formatted(ten))))
                .isEqualTo(41064);
        client.control("PUT", "/limits", "{\"enabled\":true,\"overrides\":{\"rules\":{\"products\":1}}}");
        assertThat(code(product("'description':'a','price':1", media))).isEqualTo(41202);
    }

    @Test
    void pagesThroughProductsChangesAndDeletesThem() {
        var media = picture();
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> product("'description':'p%d','price':%d".formatted(i, i), media)
                        .path("product_id")
                        .asText())
                .toList();
        var first = client.contact("get_product_album_list", "{'limit':2}");
        assertThat(first.path("product_list").findValuesAsText("product_id")).isEqualTo(ids.subList(0, 2));
        var rest = client.contact(
                "get_product_album_list",
                "{'limit':2,'cursor':'%s'}".formatted(first.path("next_cursor").asText()));
        assertThat(rest.path("product_list").findValuesAsText("description")).containsExactly("p2");
        assertThat(rest.path("next_cursor").asText()).isEmpty();
        var one = "{'product_id':'%s'%s}";
        assertThat(code(client.contact("update_product_album", one.formatted(ids.get(1), ",'price':9"))))
                .isZero();
        var read = client.contact("get_product_album", one.formatted(ids.get(1), ""))
                .path("product");
        assertThat(read.path("price").asInt()).isEqualTo(9);
        assertThat(read.path("description").asText()).isEqualTo("p1");
        assertThat(read.path("create_time").asLong()).isEqualTo(1772416800L);
        assertThat(code(client.contact("delete_product_album", one.formatted(ids.get(1), ""))))
                .isZero();
        assertThat(code(client.contact("get_product_album", one.formatted(ids.get(1), ""))))
                .isEqualTo(41074);
        assertThat(code(client.contact("get_product_album", one.formatted("no", ""))))
                .isEqualTo(41075);
        assertThat(code(client.contact("get_product_album", "{}"))).isEqualTo(41073);
        assertThat(code(client.contact("get_product_album_list", "{'cursor':'no'}")))
                .isEqualTo(50100);
    }

    @Test
    void servesTheWxJavaClient() throws WxErrorException {
        var contacts = WxJava.of(simulator).getExternalContactService();
        var range = new ApplicableRange();
        range.setUserList(List.of("staff-01"));
        var id = contacts.addInterceptRule(WxCpInterceptRuleAddRequest.builder()
                .ruleName("优惠")
                .wordList(List.of("返现"))
                .semanticsList(List.of(1))
                .interceptType(1)
                .applicableRange(range)
                .build());
        assertThat(contacts.getInterceptRuleList().getRuleList()).hasSize(1);
        assertThat(contacts.getInterceptRuleDetail(id).getRule().getWordList()).containsExactly("返现");
        contacts.updateInterceptRule(WxCpInterceptRule.builder()
                .ruleId(id)
                .ruleName("新名")
                .interceptType(2)
                .build());
        assertThat(contacts.getInterceptRuleDetail(id).getRule().getRuleName()).isEqualTo("新名");
        contacts.delInterceptRule(id);
        WxJava.refused(41071, () -> contacts.getInterceptRuleDetail(id));

        var image = new Image();
        image.setMediaId(picture());
        var attachment = new Attachment();
        attachment.setType("image");
        attachment.setImage(image);
        var product = new WxCpProductAlbumInfo();
        product.setDescription("拿铁");
        product.setPrice(3200);
        product.setAttachments(List.of(attachment));
        var made = contacts.addProductAlbum(product);
        assertThat(contacts.getProductAlbum(made).getProduct().getPrice()).isEqualTo(3200);
        assertThat(contacts.getProductAlbumList(10, "").getProductList()).hasSize(1);
        product.setProductId(made);
        product.setPrice(3300);
        contacts.updateProductAlbum(product);
        contacts.deleteProductAlbum(made);
        WxJava.refused(41074, () -> contacts.getProductAlbum(made));
    }
}
