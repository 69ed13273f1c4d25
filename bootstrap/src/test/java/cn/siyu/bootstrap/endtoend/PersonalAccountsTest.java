package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator's day on two personal accounts, from the first friend request to the ban of one:
/// over HTTP, on the embedded database, with nothing but people in between.
class PersonalAccountsTest {
    private static final String BRAND = "/v1/brands/shop";

    @TempDir
    private static Path home;

    private static RunningProduct product;
    private static Api api;

    private String staff = "";

    @BeforeAll
    static void thereIsABrand() throws IOException, InterruptedException {
        product = RunningProduct.live(home, Map.of("siyu.sandbox.enabled", "false"));
        api = product.api();
        int noonIsAt = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        String zone = "Etc/GMT" + (noonIsAt > 0 ? "-" + noonIsAt : "+" + -noonIsAt);
        api.post("/v1/brands", "{\"slug\":\"shop\",\"name\":\"小店\",\"mode\":\"LIVE\",\"timeZone\":\"" + zone + "\"}");
    }

    @AfterAll
    static void close() {
        product.close();
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    private String account(String address) throws IOException, InterruptedException {
        return id(api.post(
                BRAND + "/channel-accounts",
                "{\"channel\":\"PERSONAL_WECHAT\",\"connection\":\"by-hand\",\"address\":\"" + address
                        + "\",\"name\":\"小王\",\"staff\":\"" + staff + "\",\"totalCap\":3000}"));
    }

    private static String customer(String phone) throws IOException, InterruptedException {
        return id(api.post(
                BRAND + "/customers",
                "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"" + phone + "\"}]}"));
    }

    private static String befriended(String account, String customer, String friend)
            throws IOException, InterruptedException {
        String task = id(order(account, customer, "ADD", ",\"way\":\"PHONE\",\"value\":\"" + friend + "\""));
        api.post(BRAND + "/tasks/" + task + "/claims", "{}");
        api.post(BRAND + "/tasks/" + task + "/completions", "{}");
        api.post(BRAND + "/tasks/" + task + "/observations", "{\"saw\":[\"ACCEPTED\"],\"friend\":\"" + friend + "\"}");
        return task;
    }

    private static JsonNode order(String account, String customer, String kind, String more)
            throws IOException, InterruptedException {
        return api.post(BRAND + "/channel-accounts/" + account + "/tasks", wish(customer, kind, more));
    }

    private static String wish(String customer, String kind, String more) {
        return "{\"kind\":\"" + kind + "\",\"customer\":\"" + customer
                + "\",\"text\":\"您好\",\"why\":\"老客户\",\"expiresAt\":\""
                + Instant.now().plusSeconds(86_400) + "\"" + more + "}";
    }

    private static void asksNobodyByMail(String account, String customer) throws IOException, InterruptedException {
        var refused = api.tell(
                "POST",
                BRAND + "/channel-accounts/" + account + "/tasks",
                wish(customer, "ADD", ",\"way\":\"EMAIL\",\"value\":\"ming@example.cn\""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("/way", "PHONE, QQ_NUMBER, WECHAT_ID");
    }

    @Test
    void anOperatorsDay() throws IOException, InterruptedException {
        String shop = id(api.post(BRAND + "/departments", "{\"name\":\"运营\",\"kind\":\"DEPARTMENT\"}"));
        staff = id(api.post(
                BRAND + "/staff", "{\"name\":\"小王\",\"department\":\"" + shop + "\",\"externalId\":\"wang\"}"));
        String first = account("wx_wang_1");
        String second = account("wx_wang_2");
        api.post(BRAND + "/channel-accounts/" + first + "/openings", "{\"openedOn\":\"2024-01-01\"}");
        String ming = customer("13812345678");
        String hong = customer("13912345678");

        asksNobodyByMail(first, ming);
        befriended(first, ming, "ming88");
        befriended(second, ming, "ming88");
        befriended(first, hong, "hong99");

        JsonNode care = api.get(BRAND + "/channel-accounts/" + first + "/care");
        assertThat(care.at("/adds/perDay").asInt()).isEqualTo(20);
        assertThat(care.at("/adds/done").asInt()).isEqualTo(2);
        assertThat(api.get(BRAND + "/channel-accounts/" + first)
                        .at("/load/customers")
                        .asInt())
                .isEqualTo(2);

        String reply = id(order(first, ming, "REPLY", ""));
        JsonNode list = api.get(BRAND + "/staff/" + staff + "/worklist");
        assertThat(list.at("/items/0/customer").asText()).isEqualTo(ming);
        assertThat(list.at("/items/0/tasks/0/id").asText()).isEqualTo(reply);
        api.post(BRAND + "/tasks/" + reply + "/completions", "{}");
        for (int i = 0; i < 2; i++) {
            api.post(BRAND + "/tasks/" + reply + "/observations", "{\"saw\":[\"REPLIED\",\"LIKED\"]}");
        }
        String timeline = api.text(BRAND + "/customers/" + ming + "/timeline");
        assertThat(timeline).containsOnlyOnce("\"REPLY\"").containsOnlyOnce("\"LIKE\"");

        wantsNoMore(first, reply);
        forbids(first, hong);
        lose(first, ming, hong);
    }

    /// The operator saw that the customer hides the account's moments: no more of them for a week.
    private static void wantsNoMore(String account, String reply) throws IOException, InterruptedException {
        api.post(BRAND + "/tasks/" + reply + "/observations", "{\"saw\":[\"NOT_INTERESTED\"]}");
        JsonNode silence =
                api.get(BRAND + "/moment-silences?account=" + account).at("/items/0");

        assertThat(silence.path("times").asInt()).isEqualTo(1);
        assertThat(Instant.parse(silence.path("until").asText()))
                .isBetween(Instant.now().plusSeconds(6 * 86_400), Instant.now().plusSeconds(7 * 86_400));
    }

    /// What the persona has come to forbid since the task was made, nobody takes in hand.
    private static void forbids(String account, String customer) throws IOException, InterruptedException {
        String reply = id(order(account, customer, "REPLY", ""));
        String persona = BRAND + "/channel-accounts/" + account + "/persona";
        api.tell(
                "PUT",
                persona,
                "{\"name\":\"小王\",\"figure\":\"PERSONABLE\",\"voice\":\"亲切\",\"forbiddenClaims\":[\"您好\"]}");

        var refused = api.tell("POST", BRAND + "/tasks/" + reply + "/claims", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains("您好");
        var skipped = api.tell("POST", BRAND + "/tasks/" + reply + "/skips", "{\"reason\":\"人设禁用\"}");
        assertThat(skipped.status()).isEqualTo(201);
    }

    private static void lose(String first, String ming, String hong) throws IOException, InterruptedException {
        api.post(BRAND + "/channel-accounts/" + first + "/incidents", "{\"kind\":\"BAN\"}");
        String lost = BRAND + "/channel-accounts/" + first + "/lost-customers";
        for (int i = 0; i < 100 && api.get(lost).path("items").size() < 2; i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        JsonNode items = api.get(lost).path("items");
        assertThat(items.findValuesAsText("reachable")).containsExactlyInAnyOrder("true", "false");
        String material = id(api.post(BRAND + "/materials", "{\"name\":\"换号通知\",\"text\":\"我换号了，还是我小王\"}"));
        JsonNode invited = api.post(
                BRAND + "/channel-accounts/" + first + "/reinvitations",
                "{\"material\":\"" + material + "\",\"deadline\":\""
                        + Instant.now().plusSeconds(86_400) + "\"}");

        assertThat(invited.toString())
                .isEqualTo("{\"planned\":0,\"byTask\":1,\"deferred\":0,\"refused\":0,\"unreachable\":1}");
        JsonNode tasks = api.get(BRAND + "/tasks?state=OPEN&customer=" + ming).path("items");
        assertThat(tasks.path(0).path("kind").asText()).isEqualTo("SEND");
        assertThat(tasks.path(0).path("script").asText()).isEqualTo("我换号了，还是我小王");
        assertThat(api.get(BRAND + "/tasks?state=OPEN&customer=" + hong).path("items"))
                .isEmpty();
    }
}
