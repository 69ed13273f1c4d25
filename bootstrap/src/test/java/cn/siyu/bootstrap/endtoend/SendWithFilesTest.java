package cn.siyu.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import cn.siyu.bootstrap.Api;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A material with pictures and files, from where the brand keeps them to what WeCom holds.
class SendWithFilesTest {
    private static final int CUSTOMERS = 20;
    private static final String BRAND = "/v1/brands/" + LiveBrand.SLUG;
    private static final byte[] POSTER = ByteBuffer.allocate(40)
            .putLong(0x89504E470D0A1A0AL)
            .putInt(13)
            .put("IHDR".getBytes(UTF_8))
            .putInt(100)
            .putInt(100)
            .array();
    private static final byte[] MENU = "menu of the week".getBytes(UTF_8);

    private final Map<String, AtomicInteger> fetched = new ConcurrentHashMap<>();

    @TempDir
    Path home;

    private HttpServer shelf() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            fetched.computeIfAbsent(path, _ -> new AtomicInteger()).incrementAndGet();
            var file = path.equals("/poster.png") ? POSTER : MENU;
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void whatWeComHoldsIsTheFileThatTheBrandKeeps() throws Exception {
        var shelf = shelf();
        try (var far = WeComSimulator.start(SimulatorSettings.inMemory())) {
            var wiring = new HashMap<>(LiveBrand.settings(far.baseUrl()));
            wiring.put("siyu.files.private-hosts", "127.0.0.1");
            LiveBrand.load(far, CUSTOMERS);
            try (var product = RunningProduct.live(home, wiring)) {
                LiveBrand.make(product.api());
            }
            LiveBrand.seed("jdbc:h2:file:" + home.resolve("siyu") + LiveBrand.H2_OPTIONS, "sa", CUSTOMERS);
            try (var product = RunningProduct.live(home, wiring)) {
                var at = "http://127.0.0.1:" + shelf.getAddress().getPort();
                theReasonIsTold(
                        product, "http://localhost:" + shelf.getAddress().getPort() + "/poster.png");
                startWave(product.api(), "poster", """
                        {"kind":"IMAGE","url":"%s/poster.png"},
                        {"kind":"FILE","name":"菜单.txt","url":"%s/menu"},
                        {"kind":"MINI_PROGRAM","title":"点单","coverUrl":"%s/poster.png","appId":"wx1234","page":"pages/a"}
                        """.formatted(at, at, at));
                eventually(
                        "WeCom has a message of each member",
                        () -> messages(far).size() == LiveBrand.MEMBERS);

                for (var message : messages(far)) {
                    var attachments = message.path("attachments");
                    assertThat(held(far, attachments.path(0).path("image").path("media_id")))
                            .isEqualTo(POSTER);
                    assertThat(held(far, attachments.path(1).path("file").path("media_id")))
                            .isEqualTo(MENU);
                    assertThat(held(far, attachments.path(2).path("miniprogram").path("pic_media_id")))
                            .isEqualTo(POSTER);
                }
                assertThat(fetched).hasSize(2);
                assertThat(fetched.values()).as("one upload for all batches").allMatch(times -> times.get() == 1);
            }
        } finally {
            shelf.stop(0);
        }
    }

    /// A picture inside a network that only we can reach is not fetched; the batch says so, and
    /// gives back the day's quota, which the next wave needs.
    private void theReasonIsTold(RunningProduct product, String inside) throws Exception {
        startWave(product.api(), "inside", "{\"kind\":\"IMAGE\",\"url\":\"" + inside + "\"}");
        eventually("the batches have failed", () -> failed(product.api()).size() == LiveBrand.MEMBERS);
        assertThat(failed(product.api()))
                .allSatisfy(batch -> assertThat(batch.path("reason").asText()).isEqualTo("MEDIA_NOT_ALLOWED"));
        assertThat(fetched).isEmpty();
    }

    private static List<JsonNode> failed(Api api) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        api.get(BRAND + "/send-batches?limit=500&state=FAILED").path("items").forEach(found::add);
        return found;
    }

    private static void startWave(Api api, String name, String attachments) throws IOException, InterruptedException {
        String material = api.post(
                        BRAND + "/materials",
                        "{\"name\":\"%s\",\"text\":\"燕麦拿铁上新。\",\"attachments\":[%s]}".formatted(name, attachments))
                .path("id")
                .asText();
        String sop = api.post(BRAND + "/sops", "{\"name\":\"%s\"}".formatted(name))
                .path("id")
                .asText();
        api.post(BRAND + "/sops/" + sop + "/versions", """
                {"definition": {"trigger": {"type": "AUDIENCE"}, "audience": "not dormant", "steps": [
                  {"type": "SEND", "material": "%s", "contactClass": "SERVICE"}]}}""".formatted(material));
        api.post(BRAND + "/sops/" + sop + "/versions/1/publications", "{}");
        api.post(BRAND + "/sops/" + sop + "/versions/1/activations", "{}");
    }

    private static String token(WeComSimulator far) throws IOException, InterruptedException {
        return new Api(far.baseUrl(), "")
                .get("/cgi-bin/gettoken?corpid=" + LiveBrand.CORP + "&corpsecret=bench-secret")
                .path("access_token")
                .asText();
    }

    /// The company's messages of the last hour, as WeCom lists them.
    private static List<JsonNode> messages(WeComSimulator far) throws IOException, InterruptedException {
        long now = Instant.now().getEpochSecond();
        var listed = new ArrayList<JsonNode>();
        new Api(far.baseUrl(), "")
                .post(
                        "/cgi-bin/externalcontact/get_groupmsg_list_v2?access_token=" + token(far),
                        "{\"chat_type\":\"single\",\"start_time\":%d,\"end_time\":%d}".formatted(now - 3600, now + 60))
                .path("group_msg_list")
                .forEach(listed::add);
        return listed;
    }

    private static byte[] held(WeComSimulator far, JsonNode media) throws IOException, InterruptedException {
        var address = far.baseUrl() + "/cgi-bin/media/get?access_token=" + token(far) + "&media_id=" + media.asText();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static void eventually(String what, Callable<Boolean> holds) throws Exception {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
