package cn.siyu.adapter.http.brand;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.World;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandControllerTest {
    private static final String BRANDS = "/v1/brands";
    private static final String INSTALLER =
            Keys.bearer(null, new DataScope.WholeBrand(), Scope.INSTALLATION, Scope.BRANDS_READ, Scope.BRANDS_WRITE);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Test
    void laysABrandWithDefaults() {
        Answer created = create("{\"slug\":\"" + slug() + "\",\"name\":\"小店咖啡\",\"mode\":\"SANDBOX\"}");
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(BRANDS + "/" + created.at("slug"));
        assertThat(created.at("timeZone")).isEqualTo("Asia/Shanghai");
        assertThat(created.at("strength")).isEqualTo("0.25");
        assertThat(created.at("currency")).isEqualTo("CNY");
        Answer read = Api.get(String.valueOf(created.header("Location")), "Authorization", INSTALLER);
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(Api.get(BRANDS + "/" + created.at("id"), "Authorization", INSTALLER)
                        .text())
                .isEqualTo(created.text());
    }

    @Test
    void changesABrandWhoseVersionTheAuthorHasSeen() {
        Answer created = create("{\"slug\":\"" + slug() + "\",\"name\":\"小店\",\"mode\":\"SANDBOX\"}");
        String path = String.valueOf(created.header("Location"));
        Answer changed = patch(path, "{\"strength\":0.4}", "If-Match", String.valueOf(created.header("ETag")));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("strength")).isEqualTo("0.4");
        assertThat(changed.at("name")).isEqualTo("小店");
        assertThat(changed.at("version")).isEqualTo("2");
        assertThat(patch(path, "{\"strength\":0.4}").status()).isEqualTo(428);
        assertThat(patch(path, "{\"strength\":0.4}", "If-Match", "\"1\"").status())
                .isEqualTo(412);
        Answer refused = patch(path, "{\"slug\":\"other\",\"alpha\":2}", "If-Match", "\"2\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("read-only").contains("\"/slug\"").contains("\"/alpha\"");
    }

    @Test
    void triesWithoutLaying() {
        String slug = slug();
        Answer trial = Api.post(
                BRANDS + "?validate=only", "{\"slug\":\"" + slug + "\",\"name\":\"x\"}", "Authorization", INSTALLER);
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(trial.at("mode")).isEqualTo("LIVE");
        assertThat(create("{\"slug\":\"" + slug + "\",\"name\":\"x\"}").status())
                .isEqualTo(201);
        assertThat(create("{\"slug\":\"" + slug + "\",\"name\":\"x\"}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\"}|/slug|missing",
                "{\"slug\":\"No!\",\"name\":\"x\"}|/slug|bad-format",
                "{\"slug\":\"a-brand\",\"name\":\" \"}|/name|empty",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"currency\":\"XYZ\"}|/currency|not-one-of",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"timeZone\":\"Mars/Base\"}|/timeZone|bad-format",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"timeZone\":\"+08:00\"}|/timeZone|bad-format",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"timeZone\":\"UTC+8\"}|/timeZone|bad-format",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"timeZone\":\"Z\"}|/timeZone|bad-format",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"strenght\":1}|/strenght|unknown-property",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"now\":\"2026-01-01T00:00:00Z\"}|/now|not-allowed",
                "{\"slug\":\"a-brand\",\"name\":\"x\",\"mode\":\"TEST\"}|/mode|not-one-of"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        Answer answer = create(body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void showsAKeyItsOwnBrandOnly() {
        Answer mine = Api.get(BRANDS);
        assertThat(mine.count("items")).isEqualTo(1);
        assertThat(mine.at("items", "0", "slug")).isEqualTo("demo");
        assertThat(Api.get(BRANDS + "/live").status()).isEqualTo(404);
        assertThat(Api.get(BRANDS, "Authorization", "Bearer " + World.LIVE_KEY.text())
                        .at("items", "0", "slug"))
                .isEqualTo("live");
        assertThat(Api.get(BRANDS, "Authorization", INSTALLER).count("items")).isGreaterThan(1);
    }

    @Test
    void needsTheScope() {
        assertThat(Api.post(BRANDS, "{\"slug\":\"x1\",\"name\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(Api.get(BRANDS, "Authorization", Keys.bearer(Scope.TAGS_READ))
                        .status())
                .isEqualTo(403);
    }

    private static Answer create(String body) {
        return Api.post(BRANDS, body, "Authorization", INSTALLER);
    }

    private static Answer patch(String path, String body, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = INSTALLER;
        all[headers.length + 2] = "Content-Type";
        all[headers.length + 3] = "application/merge-patch+json";
        return Api.send("PATCH", path, body, all);
    }

    private static String slug() {
        return "brand-" + NUMBERS.incrementAndGet();
    }
}
