package cn.siyu.adapter.http.meta;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A code with its words.
///
/// @param group the enumeration it belongs to
/// @param code the code as it stands in requests and answers
/// @param label what people call it
/// @param description what it means
@Serdeable
public record TermResource(
        @Schema(example = "brandMode", maxLength = 60) String group,
        @Schema(example = "SANDBOX", maxLength = 60) String code,
        Words label,
        Words description) {
    static TermResource of(Vocabulary.Term term) {
        return new TermResource(term.group(), term.code(), Words.of(term.label()), Words.of(term.description()));
    }
}
