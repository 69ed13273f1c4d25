package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.language.Text;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A text in both languages.
///
/// @param zh Chinese
/// @param en English
@Serdeable
public record Words(
        @Schema(example = "沙箱", maxLength = 500) String zh,
        @Schema(example = "Sandbox", maxLength = 500) String en) {
    /// Both words.
    public static Words of(String zh, String en) {
        return new Words(zh, en);
    }

    static Words of(Text text) {
        return new Words(text.zh(), text.en());
    }
}
