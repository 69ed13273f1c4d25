package cn.siyu.adapter.http.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.Scope;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyControllerTest {
    private static final String KEYS = "/v1/brands/demo/api-keys";

    @AfterEach
    void setTheClockBack() {
        World.moveClock(World.NOW);
    }

    @Test
    void showsTheSecretOnce() {
        Answer made = Api.post(KEYS, "{\"name\":\"Shop\",\"scopes\":[\"brands:read\",\"staff:read\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("secret")).startsWith("key_test_");
        assertThat(made.at("test")).isEqualTo("true");
        assertThat(made.at("sees")).isEqualTo("BRAND");
        String bearer = "Bearer " + made.at("secret");
        assertThat(Api.get("/v1/brands/demo", "Authorization", bearer).status()).isEqualTo(200);
        assertThat(Api.get(KEYS, "Authorization", bearer).status()).isEqualTo(403);
        Answer read = Api.get(String.valueOf(made.header("Location")));
        assertThat(read.at("secret")).isEqualTo("null");
        assertThat(read.text()).contains("\"scopes\":[\"brands:read\",\"staff:read\"]");
        assertThat(Api.get(KEYS + "?limit=500").text()).contains(made.at("id")).doesNotContain(made.at("secret"));
    }

    @Test
    void remembersNoSecretWithTheAnswer() {
        String name = UUID.randomUUID().toString();
        String body = "{\"name\":\"Shop\",\"scopes\":[\"brands:read\"]}";
        Answer made = Api.post(KEYS, body, "Idempotency-Key", name);
        Answer again = Api.post(KEYS, body, "Idempotency-Key", name);
        assertThat(made.at("secret")).startsWith("key_test_");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.at("id")).isEqualTo(made.at("id"));
        assertThat(again.at("secret")).isEqualTo("null");
    }

    @Test
    void triesWithoutMakingAKey() {
        Answer trial = Api.post(KEYS + "?validate=only", "{\"name\":\"Shop\",\"scopes\":[\"brands:read\"]}");
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(trial.at("secret")).isEqualTo("null");
        assertThat(Api.get(KEYS + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @Test
    void revokesAKeyForGood() {
        Answer made = Api.post(KEYS, "{\"name\":\"Shop\",\"scopes\":[\"brands:read\"]}");
        String bearer = "Bearer " + made.at("secret");
        assertThat(Api.get("/v1/brands/demo", "Authorization", bearer).status()).isEqualTo(200);
        Answer revoked = Api.send("DELETE", KEYS + "/" + made.at("id"), null);
        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(200);
        assertThat(revoked.at("revokedAt")).isEqualTo("2026-03-01T08:00:00.123Z");
        World.moveClock(World.NOW.plus(Duration.ofSeconds(3)));
        assertThat(Api.get("/v1/brands/demo", "Authorization", bearer).status()).isEqualTo(401);
        Answer again = Api.send("DELETE", KEYS + "/" + made.at("id"), null);
        assertThat(again.at("revokedAt")).isEqualTo(revoked.at("revokedAt"));
    }

    @Test
    void givesNobodyMoreThanTheGiverHas() {
        String bearer = Keys.bearer(Scope.API_KEYS_WRITE, Scope.TAGS_READ);
        Answer answer = Api.post(
                KEYS, "{\"name\":\"More\",\"scopes\":[\"tags:read\",\"customers:pii\"]}", "Authorization", bearer);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo("/scopes");
        assertThat(answer.at("detail")).contains("customers:pii");
        assertThat(Api.post(KEYS, "{\"name\":\"Root\",\"scopes\":[\"installation\"]}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void bindsAKeyToAPerson() {
        String department =
                Api.post("/v1/brands/demo/departments", "{\"name\":\"密钥测试\"}").at("id");
        String member = Api.post("/v1/brands/demo/staff", "{\"name\":\"丁\",\"department\":\"" + department + "\"}")
                .at("id");
        Answer made = Api.post(
                KEYS, "{\"name\":\"丁\",\"scopes\":[\"staff:read\"],\"sees\":\"OWN\",\"seesOf\":\"" + member + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("seesOf")).isEqualTo(member);
        Answer seen = Api.get("/v1/brands/demo/staff", "Authorization", "Bearer " + made.at("secret"));
        assertThat(seen.count("items")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"}|/scopes|missing|422",
                "{\"name\":\"x\",\"scopes\":[\"customers:raed\"]}|/scopes|not-one-of|422",
                "{\"name\":\"x\",\"scopes\":[\"tags:read\"],\"secret\":\"s\"}|/secret|read-only|422",
                "{\"name\":\"x\",\"scopes\":[\"tags:read\"],\"sees\":\"OWN\"}|/seesOf|missing|422",
                "{\"name\":\"x\",\"scopes\":[\"tags:read\"],\"sees\":\"OWN\",\"seesOf\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\"}|/seesOf|wrong-id-type|400",
                "{\"name\":\"x\",\"scopes\":[\"tags:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}|/expiresAt|out-of-range|422"
            })
    void saysWhatIsWrong(String body, String pointer, String code, int status) {
        Answer answer = Api.post(KEYS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void staysInsideTheBrand() {
        Answer made = Api.post(KEYS, "{\"name\":\"Shop\",\"scopes\":[\"brands:read\"]}");
        String foreign = "/v1/brands/live/api-keys/" + made.at("id");
        String other = "Bearer " + World.LIVE_KEY.text();
        assertThat(Api.get(foreign, "Authorization", other).status()).isEqualTo(404);
        assertThat(Api.send("DELETE", foreign, null, "Authorization", other).status())
                .isEqualTo(404);
    }
}
