package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.api.WeComApi;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in, at every endpoint that is registered: an answer of the platform's form comes
/// out, and the world stays whole. A family that is added later is tested here by itself.
class HostileRequestsTest {
    private static final int PER_ENDPOINT = 24;
    private static final List<String> CORE_RECORDS =
            List.of("/ledger", "/customers", "/contact-ways", "/mass-messages");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void answersWithAnErrcodeAndKeepsItsWorld(long seed, @TempDir Path directory) {
        List<JsonNode> before = new ArrayList<>();
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            var words = world(client, seed % 2 == 0);
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (var path : WeComApi.endpoints().paths().stream().sorted().toList()) {
                var endpoint = WeComApi.endpoints().at(path).orElseThrow();
                for (var i = 0; i < PER_ENDPOINT; i++) {
                    attack(client, endpoint, path, new HostileRequests(random, words));
                }
            }
            before.add(client.control("GET", "", ""));
            CORE_RECORDS.forEach(record -> before.addAll(client.lines(record)));
        }
        List<JsonNode> after = new ArrayList<>();
        try (var simulator = WeComSimulator.start(SimulatorSettings.in(directory))) {
            var client = new TestClient(simulator);
            after.add(client.control("GET", "", ""));
            CORE_RECORDS.forEach(record -> after.addAll(client.lines(record)));
        }
        assertThat(after).isEqualTo(before);
    }

    /// A small world, and the words that name what is in it.
    private static List<String> world(TestClient client, boolean limits) {
        client.control("POST", "", TestClient.corp(",\"moreCustomers\":30,\"limits\":" + limits));
        client.act("{\"type\":\"CREATE_TAG\",\"group\":\"意向\",\"name\":\"高\"}");
        var words = new ArrayList<>(List.of("staff-01", "staff-02", "clerk", "STAFF-01", "1000002"));
        client.lines("/customers")
                .forEach(row -> words.add(row.path("externalUserId").asText()));
        client.contact("get_corp_tag_list", "{}").path("tag_group").forEach(group -> {
            words.add(group.path("group_id").asText());
            words.add(group.path("tag").path(0).path("id").asText());
        });
        var way = client.contact("add_contact_way", "{'type':2,'scene':2,'user':['staff-01']}");
        words.add(way.path("config_id").asText());
        var message = client.contact("add_msg_template", "{'sender':'staff-01','text':{'content':'a'}}");
        words.add(message.path("msgid").asText());
        return words;
    }

    private static void attack(TestClient client, Endpoint endpoint, String path, HostileRequests requests) {
        var random = requests.random();
        var query = "?access_token=" + client.token();
        HttpResponse<byte[]> response;
        if (endpoint.verb() == Endpoint.Verb.GET || random.nextInt(12) == 0) {
            response = client.raw("GET", path + query + requests.query(), new byte[0]);
        } else {
            response = client.raw("POST", path + query, requests.body());
        }
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        if (!response.headers().firstValue("Content-Type").orElse("").equals("application/json; charset=UTF-8")) {
            assertThat(path).as("answers with something else than JSON").isEqualTo("/cgi-bin/media/get");
            return;
        }
        var answer = TestClient.json(new String(response.body(), StandardCharsets.UTF_8));
        assertThat(answer.path("errcode").isInt()).as(path + " " + answer).isTrue();
        assertThat(answer.path("errmsg").isTextual()).as(path).isTrue();
        var errcode = answer.path("errcode").asInt();
        assertThat(errcode).as(path + " " + answer).isNotEqualTo(-1);
        if (errcode != 0) {
            assertThat(response.headers().firstValue("Error-Code")).hasValue(Integer.toString(errcode));
            assertThat(answer.size())
                    .as(path + " " + answer)
                    .isEqualTo(2 + endpoint.arrays().size());
            endpoint.arrays()
                    .forEach(name ->
                            assertThat(answer.path(name)).as(path + " " + name).isEqualTo(TestClient.json("[]")));
        } else {
            assertThat(response.headers().firstValue("Error-Code")).isEmpty();
        }
    }

    /// Makes requests that nobody should send.
    private record HostileRequests(RandomGenerator random, List<String> words) {
        private static final List<String> NAMES =
                List.of(("access_token userid external_userid external_userid_list userid_list "
                                + "user_list partyid party department_id id name cursor limit offset page_size status_filter owner_filter "
                                + "chat_id chat_id_list need_name new_owner tag_id group_id group_name tag tag_list tag_filter group_list order "
                                + "add_tag remove_tag agentid type scene style remark description remark_mobiles remark_company skip_verify state "
                                + "user is_temp expires_in chat_expires_in unionid openid is_exclusive mark_source conclusions config_id "
                                + "start_time end_time day_begin_time day_end_time order_by order_asc creator filter_type msgid chat_type sender "
                                + "allow_select text content attachments msgtype image media_id pic_url link title url picurl desc miniprogram "
                                + "appid page pic_media_id video file welcome_code template_id notify handover_userid takeover_userid "
                                + "transfer_success_msg link_id link_name range department_list priority_option priority_type chat_key "
                                + "strategy_id parent_id strategy_name admin_list privilege range_add range_del moment_id jobid visible_range "
                                + "sender_list external_contact_list rule_id rule_name word_list semantics_list intercept_type applicable_range "
                                + "add_applicable_range remove_applicable_range extra_rule product_id price product_sn touser toparty totag code "
                                + "business_type user_type tmp_external_userid_list opengid source_agentid room_base_name room_base_id "
                                + "auto_create_room media_type attachment_type ids")
                        .split(" "));

        String query() {
            var query = new StringBuilder();
            for (var i = random.nextInt(5); i >= 0; i--) {
                query.append(pick(List.of("&", "&&", "&=&", "&x&", "&")));
                query.append(pick(NAMES)).append('=');
                query.append(
                        random.nextInt(8) == 0 ? "%00%ed%a0%80%zz" : URLEncoder.encode(text(), StandardCharsets.UTF_8));
            }
            return query.toString().replace("%zz", "%25");
        }

        byte[] body() {
            return switch (random.nextInt(14)) {
                case 0 -> "{\"type\":1,".getBytes(StandardCharsets.UTF_8);
                case 1 -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
                case 2 -> ("{\"a\":".repeat(900) + "1" + "}".repeat(900)).getBytes(StandardCharsets.UTF_8);
                case 3 -> new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'};
                case 4 -> noise();
                case 5 ->
                    pick(List.of("", "null", "[]", "1", "\"x\"", "true", "{}", "{}{}", "a=b"))
                            .getBytes(StandardCharsets.UTF_8);
                default -> object(0).getBytes(StandardCharsets.UTF_8);
            };
        }

        private byte[] noise() {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        }

        private String object(int depth) {
            var object = new StringBuilder("{");
            for (var i = random.nextInt(depth == 0 ? 14 : 5); i >= 0; i--) {
                object.append('"')
                        .append(pick(NAMES))
                        .append("\":")
                        .append(value(depth))
                        .append(i == 0 ? "" : ",");
            }
            return object.append('}').toString();
        }

        private String value(int depth) {
            return switch (random.nextInt(depth > 3 ? 9 : 13)) {
                case 0 -> "null";
                case 1 -> pick(List.of("-1", "0", "1", "2", "3", "100", "101", "2147483648", "-9223372036854775808"));
                case 2 -> pick(List.of("1e400", "1.5", "9".repeat(40), "-0", "1764120000", "\"1764120000\"", "\"7 \""));
                case 3 -> pick(List.of("true", "false", "\"true\""));
                case 4 -> "\"\\u0000\\ud800\\udc00\\ud800x\\udfff\"";
                case 5 -> "\"" + "长".repeat(random.nextInt(5000)) + "\"";
                case 6, 7 -> '"' + pick(words) + '"';
                case 8 ->
                    '"' + text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
                case 9 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
                case 10 -> "[\"" + pick(words) + "\"]";
                default -> object(depth + 1);
            };
        }

        private String text() {
            return pick(List.of(
                    "",
                    " ",
                    "' OR 1=1 --",
                    "<xml>",
                    "\r\nX: y".strip(),
                    "../../etc/passwd",
                    "😀🏳️‍🌈",
                    "%s%n",
                    "text",
                    "image",
                    "a".repeat(200),
                    pick(words)));
        }

        private <T> T pick(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
