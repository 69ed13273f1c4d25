package cn.siyu.adapter.wecomsimulator;

import java.util.Map;

/// A corp with one of everything, for [ErrcodeRequestsTest].
final class ErrcodeCorp {
    /// Sees staff-02 only.
    static final String NARROW = "secret-of-1000004";
    static final String SYNC = "sync";
    private static final String CORP = """
            {"corpId":"ww9c1d0e5b7a3f2468","name":"示例咖啡","clock":{"mode":"STEPPED","now":"2026-03-02T02:00:00Z","granularitySeconds":1},
             "miniPrograms":["wxlinked"],
             "apps":[{"agentId":1000002,"secret":"secret-of-1000002"},
                     {"agentId":1000004,"secret":"secret-of-1000004","visible":["staff-02"]},
                     {"agentId":0,"secret":"sync"}],
             "departments":[{"id":1,"name":"示例咖啡"},{"id":7,"name":"一号店","parentId":1}],
             "staff":[{"userid":"staff-01","name":"成员甲","departments":[7]},{"userid":"staff-02","departments":[7]},
                      {"userid":"staff-03"},{"userid":"clerk","customerContact":false},
                      {"userid":"sleeper","status":4},{"userid":"gone","status":5},{"userid":"team","teamAccount":true},
                      {"userid":"banned","banned":true},{"userid":"absent","lastLoginAt":"2024-01-01T00:00:00Z"},
                      {"userid":"archived","archived":true},{"userid":"unnamed","realName":false}],
             "tags":[{"group":"会员","names":["金","银"]}],
             "customers":[{"externalUserId":"wmA","name":"老王","unionid":"oUnion","followers":[{"userid":"staff-01"}]},
                          {"externalUserId":"wmB","name":"小李","followers":[{"userid":"staff-02"}]},
                          {"externalUserId":"wmLeft","name":"小张","followers":[{"userid":"gone"}]},
                          {"externalUserId":"wmMoving","name":"小周","followers":[{"userid":"staff-01"}]},
                          {"externalUserId":"wmNobodys","name":"小赵"},
                          {"externalUserId":"woPartner","name":"别家","followers":[{"userid":"staff-01"}]}],
             "groups":[{"chatId":"wrOne","name":"业主1群","owner":"staff-01"},
                       {"chatId":"wrTwo","name":"业主2群","owner":"staff-02"},
                       {"chatId":"wrLeft","name":"老群","owner":"staff-03"},
                       {"chatId":"wrOver","name":"旧群","owner":"staff-01"}]}""";

    private ErrcodeCorp() {}

    /// Makes the corp and tells what its things are called.
    static void fill(TestClient client, Map<String, String> things) {
        client.control("POST", "", CORP);
        client.act("{\"type\":\"DISMISS_GROUP\",\"chatId\":\"wrOver\"}");
        things.put("old", client.media("image", TestFiles.png(100, 100)));
        things.put("oldProductImage", picture(client, 2));
        client.control("POST", "/clock/steps", "{\"to\":\"2026-03-06T02:00:00Z\"}");
        things.put("image", client.media("image", TestFiles.png(100, 100)));
        things.put("momentImage", picture(client, 1));
        things.put("productImage", picture(client, 2));
        var tag = client.contact("add_corp_tag", "{'group_name':'意向','tag':[{'name':'高'},{'name':'低'}]}")
                .path("tag_group");
        things.put("group", tag.path("group_id").asText());
        things.put("tag", tag.path("tag").path(0).path("id").asText());
        var console = client.contact("get_corp_tag_list", "{}").path("tag_group");
        console.forEach(each -> {
            if (each.path("group_name").asText().equals("会员")) {
                things.put("consoleGroup", each.path("group_id").asText());
                things.put("consoleTag", each.path("tag").path(0).path("id").asText());
            }
        });
        made(client, things, "way", "config_id", "add_contact_way", "{'type':1,'scene':1,'user':['staff-01']}");
        made(client, things, "wide", "config_id", "add_contact_way", "{'type':2,'scene':2,'user':['staff-01']}");
        made(client, things, "join", "config_id", "groupchat/add_join_way", "{'scene':2,'chat_id_list':['wrOne']}");
        made(client, things, "msgid", "msgid", "add_msg_template", "{'sender':'staff-01','text':{'content':'a'}}");
        made(client, things, "template", "template_id", "group_welcome_template/add", "{'text':{'content':'a'}}");
        made(client, things, "rule", "rule_id", "add_intercept_rule", """
                {'rule_name':'r','word_list':['w'],'intercept_type':1,'applicable_range':{'user_list':['staff-01']}}""");
        made(client, things, "strategy", "strategy_id", "customer_strategy/create", """
                {'strategy_name':'s','admin_list':['staff-01'],'range':[{'type':1,'userid':'staff-01'}]}""");
        made(client, things, "momentStrategy", "strategy_id", "moment_strategy/create", """
                {'strategy_name':'s','admin_list':['staff-01'],'range':[{'type':1,'userid':'staff-01'}]}""");
        things.put(
                "link",
                client.contact(
                                "customer_acquisition/create_link",
                                "{'link_name':'l','range':{'user_list':['staff-01']}}")
                        .path("link")
                        .path("link_id")
                        .asText());
        things.put("product", product(client, things));
        things.put("deletedProduct", product(client, things));
        client.contact("delete_product_album", "{'product_id':'%s'}".formatted(things.get("deletedProduct")));
        strategyTags(client, things);
        rules(client, things);
        ofTheNarrowApp(client, things);
        client.act("{\"type\":\"MEMBER_LEAVES\",\"userid\":\"staff-03\"}");
        client.contact("transfer_customer", """
                {'handover_userid':'staff-01','takeover_userid':'staff-02','external_userid':['wmMoving']}""");
        moments(client, things);
        things.put("code", scan(client, "staff-01"));
        things.put("archivedCode", scan(client, "archived"));
        things.put("lostCode", lost(client));
    }

    private static void strategyTags(TestClient client, Map<String, String> things) {
        client.contact(
                "add_strategy_tag",
                "{'strategy_id':%s,'group_name':'g','tag':[{'name':'s'}]}".formatted(things.get("strategy")));
    }

    private static void rules(TestClient client, Map<String, String> things) {
        var rule =
                "{'rule_name':'%s','word_list':['w'],'intercept_type':1,'applicable_range':{'user_list':['staff-01']}}";
        made(client, things, "otherRule", "rule_id", "add_intercept_rule", rule.formatted("other"));
        made(client, things, "deletedRule", "rule_id", "add_intercept_rule", rule.formatted("deleted"));
        client.contact("del_intercept_rule", "{'rule_id':'%s'}".formatted(things.get("deletedRule")));
    }

    private static void ofTheNarrowApp(TestClient client, Map<String, String> things) {
        var token = client.get("/cgi-bin/gettoken?corpid=" + TestClient.CORP + "&corpsecret=" + NARROW)
                .path("access_token")
                .asText();
        var way = client.post(
                "/cgi-bin/externalcontact/groupchat/add_join_way?access_token=" + token,
                "{\"scene\":2,\"chat_id_list\":[\"wrTwo\"]}");
        things.put("narrowJoin", way.path("config_id").asText());
        var link = client.post(
                "/cgi-bin/externalcontact/customer_acquisition/create_link?access_token=" + token,
                "{\"link_name\":\"l\",\"range\":{\"user_list\":[\"staff-02\"]}}");
        things.put("narrowLink", link.path("link").path("link_id").asText());
    }

    /// The welcome code of somebody who has just added a member.
    private static String scan(TestClient client, String userid) {
        return client.act("{\"type\":\"ADD\",\"userid\":\"%s\"}".formatted(userid))
                .path("welcomeCode")
                .asText();
    }

    private static String lost(TestClient client) {
        var added = client.act("{\"type\":\"ADD\",\"userid\":\"staff-01\"}");
        client.act("{\"type\":\"MEMBER_DELETES\",\"userid\":\"staff-01\",\"customer\":\"%s\"}"
                .formatted(added.path("externalUserId").asText()));
        return added.path("welcomeCode").asText();
    }

    private static void made(
            TestClient client, Map<String, String> things, String name, String field, String endpoint, String body) {
        var answer = client.contact(endpoint, body);
        if (!answer.has(field)) {
            throw new AssertionError(endpoint + " " + answer);
        }
        things.put(name, answer.path(field).asText());
    }

    private static String picture(TestClient client, int use) {
        return client.upload(
                        "upload_attachment?media_type=image&attachment_type=" + use, "media", TestFiles.png(100, 100))
                .path("media_id")
                .asText();
    }

    private static String product(TestClient client, Map<String, String> things) {
        return client.contact(
                        "add_product_album",
                        "{'description':'d','price':1,'attachments':[{'type':'image','image':{'media_id':'%s'}}]}"
                                .formatted(things.get("productImage")))
                .path("product_id")
                .asText();
    }

    /// One that nobody has published, one that a member has, and one that is on its way to the
    /// members.
    private static void moments(TestClient client, Map<String, String> things) {
        things.put("moment", moment(client, "2026-03-06T02:01:00Z"));
        things.put("published", moment(client, "2026-03-06T02:02:00Z"));
        client.act("{\"type\":\"PUBLISH_MOMENT\",\"moment\":\"%s\",\"userid\":\"staff-01\"}"
                .formatted(things.get("published")));
        things.put("fresh", moment(client, "2026-03-06T02:02:03Z"));
    }

    private static String moment(TestClient client, String then) {
        var job = client.contact("add_moment_task", "{'text':{'content':'m'}}")
                .path("jobid")
                .asText();
        client.control("POST", "/clock/steps", "{\"to\":\"%s\"}".formatted(then));
        return client.contactGet("get_moment_task_result", "&jobid=" + job)
                .path("result")
                .path("moment_id")
                .asText();
    }
}
