package cn.siyu.bootstrap.sandbox;

import cn.siyu.adapter.wecom.WeComApp;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The simulated corp (企业) of a sandbox brand: its app with secrets derived from the instance's
/// own, its members, and the people who will come.
final class SandboxCorp {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int AGENT = 1_000_002;
    private static final double MEMBER_NOTES = 0.05;
    private static final double CONFIRM_WHEN_REMINDED = 0.6;
    private static final int MEAN_DELAY_MINUTES = 90;
    /// Last characters that leave no bits of the key undefined; some client libraries refuse
    /// others.
    private static final String LAST_OF_KEY = "AEIMQUYcgkosw048";

    private final String simulator;
    private final String instanceSecret;
    private final SandboxSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    SandboxCorp(String simulator, String instanceSecret, SandboxSettings settings) {
        this.simulator = simulator;
        this.instanceSecret = instanceSecret;
        this.settings = settings;
    }

    String corpId() {
        return "ww" + HexFormat.of().formatHex(derived("corp"), 0, 8);
    }

    /// The app as the WeCom adapter knows it.
    WeComApp app() {
        return new WeComApp(
                settings.slug(),
                settings.slug(),
                corpId(),
                HexFormat.of().formatHex(derived("secret")),
                HexFormat.of().formatHex(derived("token"), 0, 12),
                aesKey(),
                simulator,
                true);
    }

    private String aesKey() {
        String letters = Base64.getEncoder()
                .encodeToString(derived("aes"))
                .replace('+', 'a')
                .replace('/', 'b')
                .substring(0, 42);
        return letters + LAST_OF_KEY.charAt(Math.floorMod(derived("last")[0], LAST_OF_KEY.length()));
    }

    private byte[] derived(String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(instanceSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(("sandbox:" + settings.slug() + ":" + what).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// Loads the corp into the simulator, unless it is there already.
    ///
    /// @param product where the product answers
    /// @param key the API key by which replies and purchases are reported
    void load(String product, String key, List<SandboxLink> links) {
        if (send("GET", "/simulator/corps/" + corpId(), null) == 200) {
            point(product, key, links);
            return;
        }
        var corp = JSON.createObjectNode();
        corp.put("corpId", corpId()).put("name", settings.told().brand()).put("limits", settings.limits());
        corp.putObject("clock")
                .put("mode", "STEPPED")
                .put("now", settings.startAt().toString())
                .put("granularitySeconds", settings.grain().toSeconds());
        var app = corp.putArray("apps").addObject().put("agentId", AGENT).put("secret", app().secret());
        app.set("callback", callback(product));
        var departments = corp.putArray("departments");
        var members = corp.putArray("staff");
        for (var store : settings.told().stores()) {
            departments
                    .addObject()
                    .put("id", store.number() + 1)
                    .put("name", store.name())
                    .put("parentId", 1);
            for (var member : store.members()) {
                members.addObject()
                        .put("userid", member.address())
                        .put("name", member.name())
                        .putArray("departments")
                        .add(store.number() + 1);
            }
        }
        corp.set("behaviour", behaviour(product, key, links));
        expect(send("POST", "/simulator/corps", corp), "the corp was not loaded");
    }

    /// The product may answer elsewhere than at the last start.
    private void point(String product, String key, List<SandboxLink> links) {
        var callback = callback(product);
        callback.put("verify", false);
        expect(
                send("PUT", "/simulator/corps/" + corpId() + "/apps/" + AGENT + "/callback", callback),
                "the callback was not set");
        expect(
                send("PUT", "/simulator/corps/" + corpId() + "/behaviour", behaviour(product, key, links)),
                "the behaviour was not set");
    }

    private ObjectNode callback(String product) {
        return JSON.createObjectNode()
                .put("url", product + "/callbacks/wecom/" + settings.slug())
                .put("token", app().callbackToken())
                .put("aesKey", app().encodingAesKey());
    }

    private ObjectNode behaviour(String product, String key, List<SandboxLink> links) {
        var plan = JSON.createObjectNode().put("seed", settings.seed());
        plan.putObject("product")
                .put("baseUrl", product)
                .put("brand", settings.slug())
                .put("key", key)
                .put("source", "simulator");
        var arrivals = plan.putObject("arrivals")
                .put("customers", settings.customers())
                .put("from", settings.startAt().toString())
                .put(
                        "to",
                        settings.startAt()
                                .plus(Duration.ofDays(settings.days()))
                                .toString())
                .put("addRate", 0.92);
        var codes = arrivals.putArray("links");
        links.forEach(link -> codes.addObject().put("code", link.code()).put("weight", link.weight()));
        var hours = arrivals.putArray("hourWeights");
        settings.told().shopHours().forEach(hours::add);
        var habits = settings.told().habits();
        plan.putObject("customers")
                .put("welcomeReply", habits.welcomeReply())
                .put("messageReply", habits.reply())
                .put("messageClick", habits.click())
                .put("messageCoupon", habits.coupon())
                .put("messageBuy", habits.buy())
                .put("messageDelete", habits.delete())
                .put("repliesPerWeek", habits.repliesPerWeek())
                .put("visitsPerWeek", habits.visitsPerWeek())
                .put("ordersPerWeek", habits.ordersPerWeek())
                .put("deletesPerWeek", habits.deletesPerWeek())
                .put("refund", habits.refund())
                .put("memberNotes", MEMBER_NOTES)
                .put("momentLike", habits.momentLike());
        plan.putObject("staff")
                .put("confirm", habits.confirm())
                .put("confirmWhenReminded", CONFIRM_WHEN_REMINDED)
                .put("meanDelayMinutes", MEAN_DELAY_MINUTES);
        var shop = plan.putObject("shop");
        var ids = shop.putArray("storeExternalIds");
        settings.told().stores().forEach(store -> ids.add(store.externalId()));
        var goods = shop.putArray("goods");
        settings.told()
                .goods()
                .forEach(one -> goods.addObject()
                        .put("sku", one.sku())
                        .put("category", one.category())
                        .put("amountMinor", one.amountMinor()));
        return plan;
    }

    private static void expect(int status, String problem) {
        if (status / 100 != 2) {
            throw new IllegalStateException("simulator: " + problem + " (HTTP " + status + ")");
        }
    }

    private int send(String method, String path, @Nullable ObjectNode body) {
        var content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        var request = HttpRequest.newBuilder(URI.create(simulator + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator at " + simulator + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading the sandbox", e);
        }
    }
}
