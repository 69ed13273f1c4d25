package cn.siyu.adapter.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.ApiKeyText;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockControllerTest {
    private static final BrandId BRAND = new BrandId(31);
    private static final ApiKeyText KEY = World.text(31, true);
    private static final ApiKeyText READER = World.text(32, true);
    private static final String CLOCK = "/v1/brands/ticking/clock";
    private static final String ADVANCES = CLOCK + "/advances";
    private static final HandDrivenClockwork CLOCKWORK = Api.bean(HandDrivenClockwork.class);

    @BeforeAll
    static void layDownASandbox() {
        Api.bean(Brands.class).add(BrandsContract.aBrand(BRAND.value(), "ticking", World.NOW));
        var keys = Api.bean(ApiKeys.class);
        Set<Scope> all = EnumSet.of(Scope.BRANDS_READ, Scope.CLOCK_WRITE);
        keys.add(World.aKey(31, KEY, BRAND, all, new DataScope.WholeBrand(), null));
        keys.add(World.aKey(32, READER, BRAND, Set.of(Scope.BRANDS_READ), new DataScope.WholeBrand(), null));
    }

    @BeforeEach
    void windBack() {
        Api.bean(Brands.class).moveClock(BRAND, World.NOW);
    }

    @AfterEach
    void letItEnd() {
        CLOCKWORK.farSideIs(false);
        CLOCKWORK.turn();
    }

    @Test
    void showsWhereTheClockStands() {
        Answer answer = get(CLOCK);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.at("mode")).isEqualTo("SANDBOX");
        assertThat(answer.at("now")).isEqualTo("2026-03-01T08:00:00.123Z");
        assertThat(answer.at("running")).isEqualTo("null");
        assertThat(Api.get("/v1/brands/live/clock", "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .at("mode"))
                .isEqualTo("LIVE");
    }

    @Test
    void advancesTheClockInTheBackground() {
        Answer begun = advance("{\"by\":\"P7D\"}");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
        assertThat(begun.at("id")).startsWith("opn_");
        assertThat(begun.at("state")).isEqualTo("RUNNING");
        assertThat(begun.at("from")).isEqualTo("2026-03-01T08:00:00.123Z");
        assertThat(begun.at("target")).isEqualTo("2026-03-08T08:00:00.123Z");
        assertThat(begun.header("Retry-After")).isEqualTo("1");
        String location = String.valueOf(begun.header("Location"));
        assertThat(location).isEqualTo(ADVANCES + "/" + begun.at("id"));
        assertThat(get(CLOCK).at("running", "id")).isEqualTo(begun.at("id"));
        CLOCKWORK.turn();
        Answer ended = get(location);
        assertThat(ended.at("state")).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.at("finishedAt")).isNotEqualTo("null");
        assertThat(get(CLOCK).at("now")).isEqualTo("2026-03-08T08:00:00.123Z");
        assertThat(get(CLOCK).at("running")).isEqualTo("null");
    }

    @Test
    void tellsWhyTheClockStopped() {
        CLOCKWORK.farSideIs(true);
        Answer begun = advance("{\"by\":\"PT1H\"}");
        CLOCKWORK.turn();
        Answer ended = get(String.valueOf(begun.header("Location")));
        assertThat(ended.at("state")).isEqualTo("FAILED");
        assertThat(ended.at("problem")).contains("UNREACHABLE");
    }

    @Test
    void refusesASecondAdvanceWhileOneIsOnItsWay() {
        Answer first = advance("{\"by\":\"PT1H\"}");
        Answer second = advance("{\"by\":\"PT1H\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.at("code")).isEqualTo("state-conflict");
        assertThat(second.at("detail")).contains(first.at("id"));
    }

    @Test
    void advancesOnceHoweverOftenTheSameCallIsMade() {
        Answer first = advance("{\"by\":\"PT1H\"}", "Idempotency-Key", "tick");
        Answer again = advance("{\"by\":\"PT1H\"}", "Idempotency-Key", "tick");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(CLOCKWORK.waiting()).isEqualTo(1);
    }

    @Test
    void triesWithoutMovingAnything() {
        Answer trial =
                Api.post(ADVANCES + "?validate=only", "{\"by\":\"P1D\"}", "Authorization", "Bearer " + KEY.text());
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(CLOCKWORK.waiting()).isZero();
        assertThat(get(ADVANCES + "/" + trial.at("id")).status()).isEqualTo(404);
        assertThat(get(CLOCK).at("running")).isEqualTo("null");
    }

    @Test
    void refusesToAdvanceTheWorld() {
        Answer answer = Api.post(
                "/v1/brands/live/clock/advances",
                "{\"by\":\"P1D\"}",
                "Authorization",
                "Bearer " + World.LIVE_KEY.text());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("detail")).contains("sandbox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/by|missing",
                "{\"by\":\"7 days\"}|/by|bad-format",
                "{\"by\":\"-P1D\"}|/by|out-of-range",
                "{\"by\":\"PT0S\"}|/by|out-of-range",
                "{\"by\":\"P4000D\"}|/by|out-of-range",
                "{\"by\":7}|/by|wrong-type",
                "{\"by\":\"P1D\",\"form\":1}|/form|unknown-property"
            })
    void saysWhatIsWrongWithARequest(String body, String pointer, String code) {
        Answer answer = advance(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void listsAdvancesNewestFirst() {
        for (int hours = 1; hours <= 3; hours++) {
            advance("{\"by\":\"" + Duration.ofHours(hours) + "\"}");
            CLOCKWORK.turn();
        }
        Answer page = get(ADVANCES + "?limit=2");
        assertThat(page.count("items")).isEqualTo(2);
        assertThat(page.at("items", "0", "target")).isEqualTo("2026-03-01T14:00:00.123Z");
        Answer next = get(page.at("next"));
        assertThat(next.at("items", "0", "target")).isEqualTo("2026-03-01T09:00:00.123Z");
        assertThat(get(ADVANCES + "?sort=createdAt").at("code")).isEqualTo("invalid-parameter");
    }

    @Test
    void needsTheScopeAndTheRightKindOfId() {
        Answer refused = Api.post(ADVANCES, "{\"by\":\"PT1H\"}", "Authorization", "Bearer " + READER.text());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("detail")).contains("clock:write");
        assertThat(get(ADVANCES + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code")).isEqualTo("wrong-id-type");
        assertThat(get(ADVANCES + "/opn_01kaj4v5x8e6rtz3m0w9q2c4hd").status()).isEqualTo(404);
        assertThat(get("/v1/brands/demo/clock").status()).isEqualTo(404);
    }

    private static Answer get(String path) {
        return Api.get(path, "Authorization", "Bearer " + KEY.text());
    }

    private static Answer advance(String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + KEY.text();
        return Api.post(ADVANCES, body, all);
    }
}
