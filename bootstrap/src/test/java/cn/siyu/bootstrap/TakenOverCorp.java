package cn.siyu.bootstrap;

import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A corp that has had customers for long, in a simulator that sends no callbacks: every fifth
/// customer has two members, every third relationship a tag.
public final class TakenOverCorp {
    private static final String SECRET = "bench-secret";
    private static final Instant LONG_AGO = Instant.parse("2025-06-01T02:00:00Z");
    private static final String[] TAGS = {"高", "中", "低"};

    private final Api simulator;
    private final int customers;

    private TakenOverCorp(Api simulator, int customers) {
        this.simulator = simulator;
        this.customers = customers;
    }

    /// One relationship, as either side has it.
    public record Seen(
            String name, String remark, String description, long since, int addWay, String source, Set<String> tags) {}

    /// What callbacks missed.
    public record Missed(int added, int ended, int changed) {}

    /// Loads it.
    public static TakenOverCorp load(WeComSimulator simulator, int customers) throws IOException, InterruptedException {
        var json = new StringBuilder(
                "{\"corpId\":\"" + LiveBrand.CORP + "\",\"limits\":false,\"clock\":{\"mode\":\"REAL\"},"
                        + "\"apps\":[{\"agentId\":1,\"secret\":\"" + SECRET + "\"}],"
                        + "\"tags\":[{\"group\":\"意向\",\"names\":[\"高\",\"中\",\"低\"]}],\"staff\":[");
        for (int i = 0; i < LiveBrand.MEMBERS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"userid\":\"")
                    .append(LiveBrand.member(i))
                    .append("\"}");
        }
        json.append("],\"customers\":[");
        for (int i = 0; i < customers; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"externalUserId\":\"")
                    .append(LiveBrand.contact(i))
                    .append("\",\"name\":\"客户")
                    .append(i)
                    .append("\",\"gender\":")
                    .append(i % 3)
                    .append(",\"unionid\":\"union")
                    .append(i)
                    .append("\",\"followers\":[");
            follower(json, i, i % LiveBrand.MEMBERS);
            if (i % 5 == 0) {
                json.append(',');
                follower(json, i, (i + 1) % LiveBrand.MEMBERS);
            }
            json.append("]}");
        }
        var api = new Api(simulator.baseUrl(), "");
        api.post("/simulator/corps", json.append("]}").toString());
        return new TakenOverCorp(api, customers);
    }

    private static void follower(StringBuilder json, int customer, int member) {
        json.append("{\"userid\":\"")
                .append(LiveBrand.member(member))
                .append("\",\"addedAt\":\"")
                .append(LONG_AGO.plusSeconds(customer))
                .append("\",\"addWay\":")
                .append(1 + customer % 4)
                .append(",\"state\":\"")
                .append(customer % 7 == 0 ? "shop-" + customer % 70 : "")
                .append("\",\"tags\":[")
                .append(customer % 3 == 0 ? "\"" + TAGS[customer % 9 / 3] + "\"" : "")
                .append("]}");
    }

    /// How many relationships there were at first.
    public int relationships() {
        return customers + (customers + 4) / 5;
    }

    /// Members write remarks about some customers.
    public void people(int from, int until) throws IOException, InterruptedException {
        for (int i = from; i < until; i++) {
            act("{\"type\":\"REMARK\",\"customer\":\"" + LiveBrand.contact(i) + "\",\"userid\":\""
                    + LiveBrand.member(i % LiveBrand.MEMBERS) + "\",\"remark\":\"备注" + i + "\",\"description\":\"" + i
                    + "栋\"}");
        }
    }

    /// A thousand relationships change while nobody is told.
    public Missed change() throws IOException, InterruptedException {
        var tags = tagIds();
        for (int i = 0; i < 1000; i++) {
            int at = 1000 + i;
            String pair = "\"customer\":\"" + LiveBrand.contact(at) + "\",\"userid\":\""
                    + LiveBrand.member(at % LiveBrand.MEMBERS) + "\"";
            switch (i % 5) {
                case 0 ->
                    act("{\"type\":\"ADD\",\"name\":\"新客" + i + "\",\"userid\":\""
                            + LiveBrand.member(i % LiveBrand.MEMBERS) + "\",\"addWay\":1}");
                case 1 -> act("{\"type\":\"MEMBER_DELETES\"," + pair + "}");
                case 2 -> act("{\"type\":\"CUSTOMER_DELETES\"," + pair + "}");
                case 3 -> act("{\"type\":\"REMARK\"," + pair + ",\"remark\":\"新备注" + i + "\"}");
                default ->
                    act("{\"type\":\"TAG\"," + pair + ",\"add\":[\""
                            + tags.get(at % 3 == 0 ? TAGS[(at % 9 / 3 + 1) % 3] : TAGS[0]) + "\"]}");
            }
        }
        return new Missed(200, 200, 400);
    }

    private Map<String, String> tagIds() throws IOException, InterruptedException {
        var ids = new TreeMap<String, String>();
        var groups = simulator
                .post("/cgi-bin/externalcontact/get_corp_tag_list?access_token=" + token(), "{}")
                .path("tag_group");
        groups.forEach(group -> group.path("tag")
                .forEach(
                        tag -> ids.put(tag.path("name").asText(), tag.path("id").asText())));
        return ids;
    }

    private void act(String action) throws IOException, InterruptedException {
        simulator.post("/simulator/corps/" + LiveBrand.CORP + "/actions", action);
    }

    private String token() throws IOException, InterruptedException {
        return simulator
                .get("/cgi-bin/gettoken?corpid=" + LiveBrand.CORP + "&corpsecret=" + SECRET)
                .path("access_token")
                .asText();
    }

    /// All relationships on the platform, by member and customer, as anybody with the secret sees
    /// them.
    public Map<String, Seen> there() throws IOException, InterruptedException {
        String token = token();
        var all = new TreeMap<String, Seen>();
        for (int i = 0; i < LiveBrand.MEMBERS; i++) {
            String cursor = "";
            do {
                var page = simulator.post(
                        "/cgi-bin/externalcontact/batch/get_by_user?access_token=" + token,
                        "{\"userid_list\":[\"" + LiveBrand.member(i) + "\"],\"limit\":100,\"cursor\":\"" + cursor
                                + "\"}");
                page.path("external_contact_list").forEach(row -> put(all, row));
                cursor = page.path("next_cursor").asText();
            } while (!cursor.isEmpty());
        }
        return all;
    }

    private static void put(Map<String, Seen> all, JsonNode row) {
        var contact = row.path("external_contact");
        var info = row.path("follow_info");
        var tags = new TreeSet<String>();
        info.path("tag_id").forEach(tag -> tags.add(tag.asText()));
        all.put(
                info.path("userid").asText() + "/"
                        + contact.path("external_userid").asText(),
                new Seen(
                        contact.path("name").asText(),
                        info.path("remark").asText(),
                        info.path("description").asText(),
                        info.path("createtime").asLong(),
                        info.path("add_way").asInt(),
                        info.path("state").asText(),
                        tags));
    }

    /// All live relationships that the product has, likewise.
    public static Map<String, Seen> here(RunningProduct product) {
        var tags = new TreeMap<String, Set<String>>();
        product.rows(
                "SELECT t.customer, t.account, g.channel_ref FROM customer_tag t JOIN tag g ON g.brand = t.brand AND g.id = t.tag",
                row -> tags.computeIfAbsent(row.number("customer") + "/" + row.number("account"), _ -> new TreeSet<>())
                        .add(row.text("channel_ref")));
        var all = new TreeMap<String, Seen>();
        product.rows(
                """
                SELECT a.address, i.id_value, c.nickname, r.remark, r.description, r.added_at, r.add_way, r.source,
                  r.customer, r.account
                FROM relationship r
                JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                JOIN identity i ON i.brand = r.brand AND i.id = r.identity
                JOIN customer c ON c.brand = r.brand AND c.id = r.customer
                WHERE r.ended_at IS NULL""",
                row -> all.put(
                        row.text("address") + "/" + row.text("id_value"),
                        new Seen(
                                String.valueOf(row.textOrNull("nickname")),
                                orEmpty(row.textOrNull("remark")),
                                orEmpty(row.textOrNull("description")),
                                row.instant("added_at").getEpochSecond(),
                                row.integer("add_way"),
                                orEmpty(row.textOrNull("source")),
                                tags.getOrDefault(row.number("customer") + "/" + row.number("account"), Set.of()))));
        return all;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
