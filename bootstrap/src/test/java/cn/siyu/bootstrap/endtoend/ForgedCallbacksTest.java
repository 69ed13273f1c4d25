package cn.siyu.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecomsimulator.callback.CallbackCrypto;
import cn.siyu.bootstrap.LiveBrand;
import cn.siyu.bootstrap.RunningProduct;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Callbacks of somebody who is not WeCom, sent to the running product: refused, and nothing of
/// them is stored.
class ForgedCallbacksTest {
    private static final CallbackCrypto CRYPTO = crypto(LiveBrand.CORP);
    private static final String TIME = "1771372800";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home;

    private static RunningProduct product;

    @BeforeAll
    static void start() throws Exception {
        product = RunningProduct.live(home, LiveBrand.settings("http://127.0.0.1:9"));
        LiveBrand.make(product.api());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        String encrypted = encrypted(event("forged"));

        refused(post("bench", "0".repeat(40), envelope(encrypted)));
        refused(post("bench", "", envelope(encrypted)));
        refused(post("bench", CRYPTO.sign(TIME, "another nonce", encrypted), envelope(encrypted)));
    }

    @Test
    void refusesAnEventOfAnotherCorp() throws Exception {
        String encrypted = crypto("wwother").encrypt(event("other-corp"), new byte[16]);

        refused(signed(encrypted, envelope(encrypted)));
    }

    @Test
    void refusesGarbageBehindARightSignature() throws Exception {
        String garbage = Base64.getEncoder().encodeToString(new byte[64]);

        refused(signed(garbage, envelope(garbage)));
        refused(signed("not base64 at all", envelope("not base64 at all")));
        refused(signed("", envelope("")));
    }

    @Test
    void refusesDocumentTypesAndWhatTheyWouldReadOutsideAndInside() throws Exception {
        String doctype = "<!DOCTYPE xml [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>";
        String encrypted = encrypted(event("outside"));
        refused(signed(encrypted, doctype + envelope(encrypted)));

        String inside = encrypted(doctype + event("&secret;").replace("<![CDATA[&secret;]]>", "&secret;"));
        refused(signed(inside, envelope(inside)));
    }

    @Test
    void refusesWhatIsNoXmlOrTooMuch() throws Exception {
        refused(signed("x", "{\"json\": true}"));
        refused(signed("x", ""));
        refused(signed("x", "<xml>".repeat(50_000)));
        refused(signed("x", envelope("a".repeat(2_000_000))));
    }

    @Test
    void refusesAnAppThatNobodyConfigured() throws Exception {
        String encrypted = encrypted(event("no-app"));

        refused(post("nobody", CRYPTO.sign(TIME, "1", encrypted), envelope(encrypted)));
    }

    @Test
    void storesAnEventOnceHoweverOftenItComes() throws Exception {
        String encrypted = encrypted(event("replayed"));
        long before = stored();

        for (int i = 0; i < 3; i++) {
            assertThat(signed(encrypted, envelope(encrypted)).statusCode()).isEqualTo(200);
        }

        assertThat(stored()).isEqualTo(before + 1);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("root:", LiveBrand.TOKEN, LiveBrand.AES_KEY);
        assertThat(product.rows(
                        "SELECT payload FROM inbox WHERE payload NOT LIKE '%replayed%'", row -> row.text("payload")))
                .as("what is stored of forged callbacks")
                .isEmpty();
    }

    private static long stored() {
        return product.rows("SELECT COUNT(*) AS n FROM inbox", row -> row.number("n"))
                .getFirst();
    }

    private static HttpResponse<String> signed(String encrypted, String body) throws Exception {
        return post("bench", CRYPTO.sign(TIME, "1", encrypted), body);
    }

    private static HttpResponse<String> post(String app, String signature, String body)
            throws IOException, InterruptedException {
        String query = "?msg_signature=" + URLEncoder.encode(signature, StandardCharsets.UTF_8) + "&timestamp=" + TIME
                + "&nonce=1";
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(product.base() + "/callbacks/wecom/" + app + query))
                        .header("Content-Type", "text/xml")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static CallbackCrypto crypto(String corp) {
        return new CallbackCrypto(LiveBrand.TOKEN, LiveBrand.AES_KEY, corp);
    }

    private static String encrypted(String xml) {
        return CRYPTO.encrypt(xml, new byte[16]);
    }

    private static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[" + LiveBrand.CORP + "]]></ToUserName><AgentID><![CDATA[1]]></AgentID>"
                + "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
    }

    private static String event(String customer) {
        return "<xml><ToUserName><![CDATA[" + LiveBrand.CORP + "]]></ToUserName><FromUserName><![CDATA[sys]]>"
                + "</FromUserName><CreateTime>" + TIME + "</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                + "<Event><![CDATA[change_external_contact]]></Event>"
                + "<ChangeType><![CDATA[edit_external_contact]]></ChangeType><UserID><![CDATA[member1]]></UserID>"
                + "<ExternalUserID><![CDATA[" + customer + "]]></ExternalUserID></xml>";
    }
}
