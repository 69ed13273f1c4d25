package cn.siyu.adapter.http.meta;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.Api;
import cn.siyu.adapter.http.language.Language;
import org.junit.jupiter.api.Test;

class MetaControllerTest {
    @Test
    void givesWordsForEveryCodeInBothLanguages() {
        var answer = Api.get("/v1/vocabulary");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text())
                .contains("{\"group\":\"brandMode\",\"code\":\"SANDBOX\",\"label\":{\"zh\":\"沙箱\",\"en\":\"Sandbox\"}");
        assertThat(answer.text()).contains("\"customers:pii\"").contains("\"cus\"");
    }

    @Test
    void hasTheSameKeysInBothLanguagesAndNoneTooMany() {
        var en = Vocabulary.texts(Language.EN).stringPropertyNames();
        assertThat(Vocabulary.texts(Language.ZH).stringPropertyNames()).isEqualTo(en);
        assertThat(Vocabulary.terms().stream().filter(term -> !term.group().equals("idPrefix")))
                .hasSize(en.size());
    }

    @Test
    void needsAKeyForWhatIsNotPublic() {
        assertThat(Api.get("/v1/vocabulary", "Authorization", "").status()).isEqualTo(401);
    }

    @Test
    void tellsItsLimits() {
        assertThat(Api.get("/v1/limits").text())
                .isEqualTo(
                        "{\"bodyBytes\":1048576,\"bodyDepth\":32,\"importBytes\":33554432,\"pageDefault\":50,\"pageMost\":500,\"idempotencyKeyCharacters\":255,\"idempotencyKeptFor\":\"P7D\"}");
        assertThat(Api.get("/v1/limits?fields=pageMost").text()).isEqualTo("{\"pageMost\":500}");
    }
}
