package cn.siyu.bootstrap;

import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A corp that has had customers for long, in a simulator that sends no callbacks: every fifth
/// customer has two members, every third relationship a tag.
public final class TakenOverCorp {
    private static final String SECRET = "bench-secret";
    private static final Instant LONG_AGO = Instant.parse("2025-06-01T02:00:00Z");
    private static final String[] TAGS = {"高", "中", "低"};
    private static final int FIRST_CHANGED = 1_000;
    private static final int CHANGED = 1_000;
    private static final int EACH = 100;
    private static final int UNSEEN = 50;

    private final Api simulator;
    private final int customers;
    private int newcomers;
    private final Map<String, String> tags = new TreeMap<>();

    private TakenOverCorp(Api simulator, int customers) {
        this.simulator = simulator;
        this.customers = customers;
    }

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

    /// How many customers there ever were.
    public int customers() {
        return customers + newcomers;
    }

    /// The customers of a corp with so many relationships.
    public static int customersOf(int relationships) {
        return (relationships * 5 + 5) / 6;
    }

    /// Members write remarks about some customers.
    public void people(int from, int until) throws IOException, InterruptedException {
        for (int i = from; i < until; i++) {
            act("REMARK", pair(i, i) + ",\"remark\":\"备注" + i + "\",\"description\":\"" + i + "栋\"");
        }
    }

    /// A thousand relationships change while nobody is told, a hundred of each kind; and fifty
    /// customers delete their member, which the platform's lists do not show.
    public Missed change() throws IOException, InterruptedException {
        tags.putAll(tagIds());
        newcomers += 2 * EACH;
        for (int i = 0; i < CHANGED; i++) {
            change(i / EACH, FIRST_CHANGED + i);
        }
        for (int i = FIRST_CHANGED + CHANGED; i < FIRST_CHANGED + CHANGED + UNSEEN; i++) {
            act("CUSTOMER_DELETES", pair(i, i));
        }
        return new Missed(5 * EACH, 2 * EACH, 5 * EACH);
    }

    private void change(int kind, int at) throws IOException, InterruptedException {
        switch (kind) {
            case 0, 1 -> act("ADD", "\"name\":\"新客" + at + "\"," + with(at) + ",\"addWay\":1");
            case 2 -> act("ADD", pair(at, at + 2) + ",\"addWay\":2,\"state\":\"friend\"");
            case 3 -> act("MEMBER_DELETES", pair(at, at));
            case 4 -> {
                act("MEMBER_DELETES", pair(at, at));
                act("ADD", pair(at, at + 2) + ",\"addWay\":4");
            }
            case 5 -> act("REMARK", pair(at, at) + ",\"remark\":\"新备注" + at + "\"");
            case 6 -> act("REMARK", pair(at, at) + ",\"remark\":\"新备注" + at + "\",\"description\":\"" + at + "栋\"");
            case 7 -> act("TAG", pair(at, at) + ",\"add\":[" + tag(at / 3 + 1) + "]");
            case 8 ->
                act(
                        "TAG",
                        pair(at, at)
                                + (at % 3 == 0 ? ",\"remove\":[" + tag(at / 3) : ",\"add\":[" + tag(0) + "," + tag(1))
                                + "]");
            default -> {
                act("CUSTOMER_DELETES", pair(at, at));
                act("ADD", pair(at, at) + ",\"addWay\":3");
            }
        }
    }

    private String tag(int number) {
        return "\"" + tags.get(TAGS[number % TAGS.length]) + "\"";
    }

    private static String pair(int customer, int member) {
        return "\"customer\":\"" + LiveBrand.contact(customer) + "\"," + with(member);
    }

    private static String with(int member) {
        return "\"userid\":\"" + LiveBrand.member(member % LiveBrand.MEMBERS) + "\"";
    }

    private Map<String, String> tagIds() throws IOException, InterruptedException {
        var ids = new TreeMap<String, String>();
        var groups = simulator
                .post("/cgi-bin/externalcontact/get_corp_tag_list?access_token=" + LiveBrand.token(simulator), "{}")
                .path("tag_group");
        groups.forEach(group -> group.path("tag")
                .forEach(
                        tag -> ids.put(tag.path("name").asText(), tag.path("id").asText())));
        return ids;
    }

    private void act(String type, String fields) throws IOException, InterruptedException {
        simulator.post("/simulator/corps/" + LiveBrand.CORP + "/actions", "{\"type\":\"" + type + "\"," + fields + "}");
    }
}
