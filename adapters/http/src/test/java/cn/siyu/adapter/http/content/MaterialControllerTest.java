package cn.siyu.adapter.http.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.Api.Answer;
import cn.siyu.adapter.http.Keys;
import cn.siyu.adapter.http.Patches;
import cn.siyu.application.brand.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialControllerTest {
    private static final String MATERIALS = "/v1/brands/demo/materials";
    private static final String WELCOME = "{\"name\":\"欢迎语\",\"text\":\"{{customer.nickname|朋友}}，欢迎来到{{brand.name}}！\","
            + "\"attachments\":[{\"kind\":\"IMAGE\",\"url\":\"https://x.cn/a.png\"},"
            + "{\"kind\":\"MINI_PROGRAM\",\"title\":\"点单\",\"coverUrl\":\"https://x.cn/c.png\",\"appId\":\"wx1\",\"page\":\"p\"}]}";

    @Test
    void savesATextWithVariables() {
        Answer saved = Api.post(MATERIALS, WELCOME);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        assertThat(saved.at("text")).isEqualTo("{{customer.nickname|朋友}}，欢迎来到{{brand.name}}！");
        assertThat(saved.at("personal")).isEqualTo("true");
        assertThat(saved.text())
                .contains("\"variables\":[\"brand.name\",\"customer.nickname\"]")
                .contains("{\"kind\":\"IMAGE\",\"url\":\"https://x.cn/a.png\"}");
        assertThat(Api.get(String.valueOf(saved.header("Location"))).text()).isEqualTo(saved.text());
    }

    @Test
    void savesFilesByTheirAddresses() {
        Answer saved = Api.post(
                MATERIALS,
                "{\"name\":\"菜单\",\"attachments\":[{\"kind\":\"VIDEO\",\"url\":\"https://x.cn/a.mp4\"},"
                        + "{\"kind\":\"FILE\",\"name\":\"菜单.pdf\",\"url\":\"https://x.cn/menu\"}]}");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        assertThat(Api.get(String.valueOf(saved.header("Location"))).text())
                .contains("{\"kind\":\"VIDEO\",\"url\":\"https://x.cn/a.mp4\"}")
                .contains("{\"kind\":\"FILE\",\"url\":\"https://x.cn/menu\",\"name\":\"菜单.pdf\"}");
    }

    @Test
    void changesAndArchives() {
        Answer saved = Api.post(MATERIALS, WELCOME);
        String path = MATERIALS + "/" + saved.at("id");
        Answer changed = Patches.patch(path, "{\"text\":\"你好！\"}", "1");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.count("attachments")).isEqualTo(2);
        assertThat(changed.at("personal")).isEqualTo("false");
        assertThat(Patches.patch(path, "{\"text\":\"x\"}", "1").status()).isEqualTo(412);
        assertThat(Patches.blindly(path, "{\"text\":\"x\"}").status()).isEqualTo(428);
        assertThat(Patches.delete(path, "2").at("archived")).isEqualTo("true");
        assertThat(Patches.patch(path, "{\"text\":\"x\"}", "3").status()).isEqualTo(410);
        assertThat(Api.get(MATERIALS + "?archived=true&limit=500").text()).contains(saved.at("id"));
        assertThat(Api.get(MATERIALS + "?limit=500").text()).doesNotContain(saved.at("id"));
    }

    @Test
    void tellsAllMistakesWithTheirPlaces() {
        Answer answer = Api.post(
                MATERIALS,
                "{\"name\":\"x\",\"text\":\"{{customer.nickmame|朋友}} {{brand.name\","
                        + "\"attachments\":[{\"kind\":\"IMAGE\",\"url\":\"a.png\"}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.text())
                .contains("\"unknown-variable\"")
                .contains("customer.nickname")
                .contains("\"template-syntax\"")
                .contains("\"/attachments/0/url\"")
                .contains("\"/text\"");
        assertThat(Api.get("/problems/unknown-variable?lang=zh").text()).contains("变量不存在");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"x\"}|/name|missing",
                "{\"name\":\"x\"}|/text|empty",
                "{\"name\":\"x\",\"txet\":\"x\"}|/txet|unknown-property",
                "{\"name\":\"x\",\"attachments\":[{\"kind\":\"VOICE\"}]}|/attachments/0/kind|not-one-of",
                "{\"name\":\"x\",\"attachments\":[{\"kind\":\"IMAGE\",\"title\":\"x\",\"url\":\"https://x.cn/a\"}]}|/attachments/0/title|unknown-property",
                "{\"name\":\"x\",\"attachments\":[{\"kind\":\"VIDEO\"}]}|/attachments/0/url|missing",
                "{\"name\":\"x\",\"attachments\":[{\"kind\":\"FILE\",\"url\":\"https://x.cn/a\"}]}|/attachments/0/name|missing",
                "{\"name\":\"x\",\"attachments\":[{\"kind\":\"FILE\",\"name\":\"a/b\",\"url\":\"https://x.cn/a\"}]}|/attachments/0/name|bad-character",
                "{\"name\":\"x\",\"text\":\"x\",\"personal\":true}|/personal|read-only"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        Answer answer = Api.post(MATERIALS, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.at("errors", "0", "pointer")).isEqualTo(pointer);
        assertThat(answer.at("errors", "0", "code")).isEqualTo(code);
    }

    @Test
    void triesWithoutSaving() {
        Answer trial = Api.post(MATERIALS + "?validate=only", WELCOME);
        assertThat(trial.status()).as(trial.toString()).isEqualTo(200);
        assertThat(Api.get(MATERIALS + "/" + trial.at("id")).status()).isEqualTo(404);
    }

    @Test
    void showsHowADraftWouldRead() {
        Answer full = preview("{\"text\":\"{{customer.nickname|朋友}}，你好\"}");
        assertThat(full.status()).as(full.toString()).isEqualTo(200);
        assertThat(full.at("text")).isEqualTo("小林，你好");
        assertThat(full.at("bytes")).isEqualTo("15");
        Answer fallback = preview("{\"text\":\"{{customer.nickname|朋友}}，你好\",\"without\":[\"customer.nickname\"]}");
        assertThat(fallback.at("text")).isEqualTo("朋友，你好");
        Answer missing = preview("{\"text\":\"{{customer.nickname}}\",\"without\":[\"customer.nickname\"]}");
        assertThat(missing.at("sendable")).isEqualTo("false");
        assertThat(missing.at("missing", "0")).isEqualTo("customer.nickname");
        assertThat(missing.at("reason")).contains("customer.nickname");
        assertThat(preview("{\"text\":\"x\",\"without\":[\"customer.name\"]}").at("errors", "0", "pointer"))
                .isEqualTo("/without");
        assertThat(preview("{\"text\":\"{{nothing}}\"}").at("errors", "0", "code"))
                .isEqualTo("unknown-variable");
    }

    @Test
    void staysInsideTheBrandAndTheScope() {
        String path = MATERIALS + "/" + Api.post(MATERIALS, WELCOME).at("id");
        assertThat(Api.get(path.replace("/demo/", "/live/"), "Authorization", Keys.ofOtherBrand())
                        .status())
                .isEqualTo(404);
        assertThat(Api.get(MATERIALS + "/cus_01kaj4v5x8e6rtz3m0w9q2c4hd").at("code"))
                .isEqualTo("wrong-id-type");
        assertThat(Api.post(MATERIALS, WELCOME, "Authorization", Keys.without(Scope.MATERIALS_WRITE))
                        .status())
                .isEqualTo(403);
    }

    private static Answer preview(String body) {
        return Api.post(MATERIALS + "/previews", body);
    }
}
