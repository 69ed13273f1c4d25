package cn.siyu.adapter.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.callback.CallbackCrypto;
import cn.siyu.adapter.wecom.transport.HttpCall;
import cn.siyu.adapter.wecom.transport.HttpOnce;
import cn.siyu.adapter.wecom.transport.HttpOutcome;
import cn.siyu.adapter.wecom.transport.Origin;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.adapter.wecomsimulator.SimulatorSettings;
import cn.siyu.adapter.wecomsimulator.WeComSimulator;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The doctor against the simulator, with configurations that are broken in one way each.
class WeComDoctorCommandTest {
    private static final String SECRET = "s3cret-canary-of-the-doctor";
    private static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";

    private final WeComSimulator simulator = WeComSimulator.start(SimulatorSettings.inMemory());
    private final HttpOnce http = TestHttp.standard();
    private final ScriptedServer product = new ScriptedServer((request, connection) -> {
        var query = Arrays.stream(request.target().split("\\?", 2)[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        var echo = new CallbackCrypto("tok", AES_KEY, "wwdoctor")
                .open(new CallbackCrypto.Signed(
                        query.getOrDefault("msg_signature", ""),
                        query.getOrDefault("timestamp", ""),
                        query.getOrDefault("nonce", ""),
                        query.getOrDefault("echostr", "")));
        ScriptedServer.respond(connection, echo.isPresent() ? 200 : 403, echo.orElse(""));
    });

    @AfterEach
    void close() {
        product.close();
        http.close();
        simulator.close();
    }

    private void corp(String moreOfApp, String staff) {
        var corp = """
                {"corpId": "wwdoctor", "apps": [{"agentId": 1, "secret": "%s"%s}], "staff": [%s]}
                """.formatted(SECRET, moreOfApp, staff);
        assertThat(http.send(HttpCall.json(Origin.of(simulator.baseUrl()), "/simulator/corps", corp)))
                .isInstanceOfSatisfying(
                        HttpOutcome.Answered.class,
                        answer -> assertThat(answer.status()).as(answer.body()).isLessThan(300));
    }

    private record Said(int code, String text) {}

    private Said says(Map<String, Object> changed) {
        var settings = new HashMap<String, Object>(Map.of(
                "brand",
                "demo",
                "corp-id",
                "wwdoctor",
                "secret",
                SECRET,
                "callback-token",
                "tok",
                "encoding-aes-key",
                AES_KEY,
                "base-url",
                simulator.baseUrl()));
        settings.putAll(changed);
        var named = settings.entrySet().stream()
                .collect(Collectors.toMap(one -> "siyu.wecom.apps.coffee." + one.getKey(), Map.Entry::getValue));
        return said(named);
    }

    private Said said(Map<String, Object> settings) {
        var written = new ByteArrayOutputStream();
        try (var context = ApplicationContext.builder().properties(settings).build();
                var environment = context.getEnvironment().start()) {
            var code = new WeComDoctorCommand(http, new PrintStream(written, true, UTF_8))
                    .examine(environment, Optional.of(product.address()));
            var text = written.toString(UTF_8);
            assertThat(text).doesNotContain("canary").doesNotContain(AES_KEY);
            return new Said(code, text);
        }
    }

    @Test
    void findsASoundConfigurationSound() {
        corp("", "{\"userid\": \"ada\"}");
        var said = says(Map.of());
        assertThat(said.text())
                .contains("ok       token:", "ok       trusted address:", "1 members may have customers")
                .contains("ok       tags: permitted", "ok       customer groups: permitted", "verified")
                .contains("ok       mass messages: permitted", "ok       moments: permitted")
                .contains("ok       product albums: permitted", "ok       intercept rules: permitted")
                .contains("ok       customer strategies: permitted", "note     messages to staff: set agent-id")
                .doesNotContain("BROKEN");
        assertThat(says(Map.of("agent-id", 1)).text()).doesNotContain("agent-id");
        assertThat(said.code()).isZero();
    }

    @Test
    void saysThatTheSecretOrTheCorpIsWrongAndLooksNoFurther() {
        corp("", "{\"userid\": \"ada\"}");
        var said = says(Map.of("secret", "another-canary-secret"));
        assertThat(said.text())
                .contains("BROKEN   token: the secret is not this corp's")
                .doesNotContain("tags");
        assertThat(said.code()).isOne();
        assertThat(says(Map.of("corp-id", "wwnobody")).text()).contains("BROKEN   token: the corp id is unknown");
    }

    @Test
    void saysThatThisAddressIsNotTrusted() {
        corp(", \"trustedIps\": [\"10.9.8.7\"]", "{\"userid\": \"ada\"}");
        var said = says(Map.of());
        assertThat(said.text()).contains("BROKEN   trusted address: add this machine's public address");
        assertThat(said.code()).isOne();
    }

    @Test
    void saysThatTheAppMayNotCallTheCustomerContactApi() {
        corp(", \"customerContact\": false", "{\"userid\": \"ada\"}");
        var said = says(Map.of());
        assertThat(said.text()).contains("BROKEN   customer contact: tick the app under 客户联系");
        assertThat(said.code()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "get_corp_tag_list,48002,tags: tick the app",
        "groupchat/list,60011,customer groups: widen the app's 可见范围",
        "customer_acquisition/list_link,41305,acquisition links: set the corp's category",
        "get_moment_list,41211,moments: switch the function on",
        "get_intercept_rule_list,48002,intercept rules: tick the app"
    })
    void notesAPermissionThatIsMissing(String api, int errcode, String advice) {
        corp("", "{\"userid\": \"ada\"}");
        var fault = "{\"path\": \"%s\", \"kind\": \"ERRCODE\", \"errcode\": %d}".formatted(api, errcode);
        http.send(HttpCall.json(Origin.of(simulator.baseUrl()), "/simulator/faults", fault));
        var said = says(Map.of());
        assertThat(said.text()).contains("note     " + advice).doesNotContain("BROKEN");
        assertThat(said.code()).as("what is not needed may be missing").isZero();
    }

    @Test
    void saysThatNobodyMayHaveCustomers() {
        corp("", "");
        assertThat(says(Map.of()).text()).contains("BROKEN   customer contact: no member has it");
    }

    @Test
    void saysThatTheCallbackIsNotOurs() {
        corp("", "{\"userid\": \"ada\"}");
        var said = says(Map.of("callback-token", "other"));
        assertThat(said.text()).contains("BROKEN   callback").contains("callback-token, encoding-aes-key or corp-id");
        assertThat(said.code()).isOne();
    }

    @Test
    void saysThatThePlatformIsNotReached() {
        var said = says(Map.of("base-url", "http://127.0.0.1:1"));
        assertThat(said.text()).contains("BROKEN   token:").contains("look at the network");
    }

    @Test
    void namesAWrongSettingWithoutItsValueAndAMissingApp() {
        var wrong = says(Map.of("encoding-aes-key", "short"));
        assertThat(wrong.text())
                .contains("siyu.wecom.apps.coffee.encoding-aes-key")
                .doesNotContain("short");
        assertThat(wrong.code()).isOne();
        var none = said(Map.of());
        assertThat(none.text()).contains("no app is configured");
        assertThat(none.code()).isOne();
    }
}
