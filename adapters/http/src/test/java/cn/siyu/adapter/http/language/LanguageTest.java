package cn.siyu.adapter.http.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN                     | ZH
            zh                        | ZH
            en-GB,en;q=0.9            | EN
            en;q=0.5,zh-CN;q=0.9      | ZH
            fr,de;q=0.9               | EN
            zh;q=0                    | EN
            zh;q=x                    | EN
            *                         | EN
            """)
    void takesTheBetterOfItsLanguages(String accepted, Language expected) {
        assertThat(Language.preferred(accepted)).isEqualTo(expected);
    }

    @Test
    void fillsPlacesInOrder() {
        assertThat(Text.of("%s of %s", "%s / %s", 1, 2)).isEqualTo(new Text("1 of 2", "1 / 2"));
        assertThatThrownBy(() -> Text.of("%s", "", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Text.of("%s %s", "%s", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
