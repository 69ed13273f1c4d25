package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two channels that are nothing but a file: one that people work, as `docs/how-to/channels` shows
/// it, and one that is only fed.
class DescribedChannelTest {
    private static final String BRAND = "/v1/brands/shop";
    private static final Path DOUYIN =
            Path.of("../docs/how-to/channels/douyin.json").toAbsolutePath();

    @TempDir
    private static Path home;

    private static RunningProduct product;
    private static Api api;

    @BeforeAll
    static void twoChannelsAreAdded() throws IOException {
        Path fed = home.resolve("xiaohongshu.json");
        Files.writeString(fed, fed(Files.readString(DOUYIN)));
        product = RunningProduct.live(
                home,
                Map.of(
                        "siyu.sandbox.enabled", "false",
                        "siyu.channels.douyin.file", DOUYIN.toString(),
                        "siyu.channels.xiaohongshu.file", fed.toString()));
        api = product.api();
    }

    /// The same platform numbers for a channel on which nobody does anything.
    private static String fed(String written) throws IOException {
        JsonNode tree = RunningProduct.JSON.readTree(written);
        JsonNode platform = tree.at("/policies/0");
        return """
                {"channel":"XIAOHONGSHU","nameZh":"小红书","nameEn":"Xiaohongshu","workedBy":"FEED_ONLY","policies":[%s]}""".formatted(
                        platform.toString().replace("DOUYIN", "XIAOHONGSHU").replace("douyin", "xiaohongshu"));
    }

    @AfterAll
    static void close() {
        product.close();
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }

    @Test
    void aChannelThatIsAFileIsWorkedLikeAnyOther() throws IOException, InterruptedException {
        var shop = new PersonalShop(api, "shop");
        JsonNode channels = api.get(BRAND + "/channels");
        assertThat(channels.findValuesAsText("channel")).contains("DOUYIN", "XIAOHONGSHU", "PERSONAL_WECHAT");

        String account = shop.account("DOUYIN", "by-hand", "dy_wang");
        String ming = shop.made(
                "/customers", "{\"source\":\"crm\",\"identities\":[{\"type\":\"PHONE\",\"value\":\"13812345678\"}]}");
        String add = work(shop, account, ming, "ADD", ",\"way\":\"PHONE\",\"value\":\"13812345678\"");
        shop.post("/tasks/" + add + "/completions", "{}");
        shop.post("/tasks/" + add + "/observations", "{\"saw\":[\"ACCEPTED\"],\"friend\":\"dy_ming\"}");

        JsonNode trust = api.get(BRAND + "/customers/" + ming + "/trust");
        assertThat(trust.at("/relationships/0/floor").asDouble())
                .as(trust.toString())
                .isGreaterThan(20);
        assertThat(trust.at("/relationships/0/ceiling").asDouble()).isEqualTo(75);

        String reply = work(shop, account, ming, "REPLY", "");
        shop.post("/tasks/" + reply + "/completions", "{}");
        shop.post("/tasks/" + reply + "/observations", "{\"saw\":[\"REPLIED\"]}");
        assertThat(api.text(BRAND + "/customers/" + ming + "/timeline")).contains("\"REPLY\"");
        assertThat(api.get(BRAND + "/channel-accounts/" + account + "/care")
                        .at("/adds/done")
                        .asInt())
                .isEqualTo(1);
        messages(shop, ming);
    }

    private static String work(PersonalShop shop, String account, String customer, String kind, String more)
            throws IOException, InterruptedException {
        return shop.made(
                "/channel-accounts/" + account + "/tasks",
                "{\"kind\":\"" + kind + "\",\"customer\":\"" + customer + "\",\"text\":\"您好\",\"expiresAt\":\""
                        + Instant.now().plusSeconds(86_400) + "\"" + more + "}");
    }

    /// What an SOP sends becomes a task of whoever holds the account; when it is done, the message is
    /// delivered.
    private static void messages(PersonalShop shop, String customer) throws IOException, InterruptedException {
        String material = shop.made("/materials", "{\"name\":\"新品\",\"text\":\"新豆到店\"}");
        String sop = shop.made("/sops", "{\"name\":\"抖音新品\"}");
        shop.post(
                "/sops/" + sop + "/versions",
                "{\"definition\":{\"trigger\":{\"type\":\"MANUAL\"},\"steps\":[{\"type\":\"SEND\",\"material\":\""
                        + material + "\"}]}}");
        shop.post("/sops/" + sop + "/versions/1/activations", "{}");
        shop.post("/enrolments", "{\"sop\":\"" + sop + "\",\"customers\":[\"" + customer + "\"]}");
        String task = "";
        for (int i = 0; i < 200 && task.isEmpty(); i++) {
            for (JsonNode each : api.get(BRAND + "/tasks?state=OPEN").path("items")) {
                task = each.path("kind").asText().equals("SEND") ? id(each) : task;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(task).as("a task to send the message").isNotEmpty();
        assertThat(api.get(BRAND + "/tasks/" + task).path("script").asText()).isEqualTo("新豆到店");
        shop.post("/tasks/" + task + "/completions", "{}");
        assertThat(api.get(BRAND + "/sends?state=DELIVERED").path("items").findValuesAsText("customer"))
                .contains(customer);
    }

    @Test
    void aChannelThatIsOnlyFedHasNothingToDoButTells() throws IOException, InterruptedException {
        new PersonalShop(api, "fed");
        List<JsonNode> known = new ArrayList<>();
        api.get("/v1/brands/fed/channels").path("items").forEach(known::add);
        JsonNode fed = known.stream()
                .filter(each -> each.path("channel").asText().equals("XIAOHONGSHU"))
                .findFirst()
                .orElseThrow();
        assertThat(fed.findValuesAsText("support")).containsOnly("UNSUPPORTED");
        assertThat(fed.path("connections").toString()).isEqualTo("[\"feed\"]");
    }
}
