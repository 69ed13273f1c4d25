package cn.siyu.adapter.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.http.language.Language;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemPagesTest {
    @Test
    void explainsEveryCodeInBothLanguagesAndNothingElse() {
        var expected = Stream.of(ProblemCode.values())
                .flatMap(code ->
                        Stream.of("title", "meaning", "causes", "remedy").map(part -> code.code() + "." + part))
                .collect(Collectors.toSet());
        for (Language language : Language.values()) {
            assertThat(ProblemPages.texts(language).stringPropertyNames()).isEqualTo(expected);
        }
    }

    @Test
    void usesOnlyStatusesThatTheRulesName() {
        assertThat(ProblemCode.values())
                .allSatisfy(code -> assertThat(code.status())
                        .isIn(400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503));
    }
}
