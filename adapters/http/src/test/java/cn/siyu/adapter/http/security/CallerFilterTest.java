package cn.siyu.adapter.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.World;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.ApiKeyText;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerFilterTest {
    private static final String WHO = "/v1/brands/demo/parcels/who";
    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    @Test
    void letsAKeyIntoItsBrandBySlugAndById() {
        String id = IdType.BRAND.format(
                Api.bean(Brands.class).bySlug("demo").orElseThrow().publicId());
        assertThat(Api.get(WHO).at("brand")).isEqualTo("1");
        assertThat(Api.get("/v1/brands/" + id + "/parcels/who").at("brand")).isEqualTo("1");
    }

    @Test
    void bindsWhatTheCallerSees() {
        var key = added(World.DEMO, Set.of(), new DataScope.Own(new StaffId(7)), null, true);
        assertThat(with(key, WHO).at("sees")).contains("Own").contains("7");
    }

    @Test
    void asksForAKey() {
        Answer answer = Api.get(WHO, "Authorization", "Basic YTpi");
        refused(answer, 401, "credential-missing");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        refused(Api.get(WHO, "Authorization", ""), 401, "credential-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key_test_abc",
                "key_test_0000000000000000_" + "00000000000000000000000000000000000000000000000000000000000"
            })
    void refusesATextThatIsNoKey(String text) {
        refused(Api.get(WHO, "Authorization", "Bearer " + text), 401, "credential-invalid");
    }

    @Test
    void refusesAKeyThatNobodyHas() {
        refused(with(World.text(987, true), WHO), 401, "credential-invalid");
    }

    @Test
    void refusesTheRightPublicPartWithAnotherSecret() {
        var guessed = new ApiKeyText(true, World.KEY.part(), World.text(5, true).secret());
        refused(with(guessed, WHO), 401, "credential-invalid");
    }

    @Test
    void refusesAnExpiredKeyAndSaysSince() {
        Instant end = World.NOW.minusSeconds(1);
        var key = added(World.DEMO, Set.of(), new DataScope.WholeBrand(), end, true);
        Answer answer = with(key, WHO);
        refused(answer, 401, "credential-expired");
        assertThat(answer.at("detail")).contains(end.toString());
    }

    @Test
    void refusesARevokedKeyAfterTwoSeconds() {
        var key = added(World.DEMO, Set.of(), new DataScope.WholeBrand(), null, true);
        assertThat(with(key, WHO).status()).isEqualTo(200);
        Api.bean(ApiKeys.class)
                .revoke(Api.bean(ApiKeys.class).byPart(key.part()).orElseThrow().id(), World.now());
        World.moveClock(World.now().plus(Duration.ofSeconds(2)));
        refused(with(key, WHO), 401, "credential-invalid");
    }

    @Test
    void hidesABrandThatIsNotTheKeys() {
        Answer foreign = Api.get("/v1/brands/live/parcels/who");
        Answer absent = Api.get("/v1/brands/none/parcels/who");
        refused(foreign, 404, "not-found");
        refused(absent, 404, "not-found");
        assertThat(foreign.at("detail").replace("live", "none")).isEqualTo(absent.at("detail"));
        refused(Api.get("/v1/brands/" + "x".repeat(500) + "/parcels/who"), 404, "not-found");
    }

    @Test
    void refusesABrandsNameThatCantBeStored() {
        refused(Api.get("/v1/brands/a%00b/parcels/who"), 400, "invalid-parameter");
    }

    @Test
    void keepsATestKeyOutOfALiveBrand() {
        var key = added(World.LIVE, Set.of(), new DataScope.WholeBrand(), null, true);
        refused(with(key, "/v1/brands/live/parcels/who"), 404, "not-found");
        assertThat(with(World.LIVE_KEY, "/v1/brands/live/parcels/who").status()).isEqualTo(200);
    }

    @Test
    void letsAnInstallationKeyIntoEveryBrand() {
        var key = added(null, Set.of(Scope.INSTALLATION), new DataScope.WholeBrand(), null, false);
        assertThat(with(key, WHO).at("brand")).isEqualTo("1");
        assertThat(with(key, "/v1/brands/live/parcels/who").at("brand")).isEqualTo("2");
    }

    @Test
    void namesTheScopeThatIsMissing() {
        var key = added(World.DEMO, EnumSet.of(Scope.TAGS_READ), new DataScope.WholeBrand(), null, true);
        Answer answer = Api.send(
                "POST",
                "/v1/brands/demo/parcels",
                "{}",
                "Authorization",
                "Bearer " + key.text(),
                "Content-Type",
                "application/json");
        refused(answer, 403, "scope-missing");
        assertThat(answer.at("detail")).contains("tags:write");
    }

    @Test
    void answersNobodyOnARouteThatDoesNotSayWhatItNeeds() {
        Answer answer = Api.get("/v1/brands/demo/parcels/forgotten");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("a route that");
    }

    @Test
    void answersOnPublicPathsWithoutAKey() {
        assertThat(Api.get("/problems", "Authorization", "").status()).isEqualTo(200);
        refused(Api.get("/nowhere", "Authorization", ""), 404, "route-not-found");
    }

    private static ApiKeyText added(
            @Nullable BrandId brand, Set<Scope> scopes, DataScope sees, @Nullable Instant expiresAt, boolean test) {
        long number = NUMBERS.incrementAndGet();
        var text = World.text(number, test);
        Api.bean(ApiKeys.class).add(World.aKey(number, text, brand, scopes, sees, expiresAt));
        return text;
    }

    private static Answer with(ApiKeyText key, String path) {
        return Api.get(path, "Authorization", "Bearer " + key.text());
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.at("code")).isEqualTo(code);
    }
}
