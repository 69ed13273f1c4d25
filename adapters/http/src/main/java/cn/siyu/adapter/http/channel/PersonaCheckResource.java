package cn.siyu.adapter.http.channel;

import cn.siyu.domain.channel.persona.Persona.Findings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What a persona says of a text (人设检查).
///
/// @param forbiddenClaims the claims in it that must not be made
/// @param offTopic whether it speaks of none of the persona's topics
/// @param known whether there is a persona at all
@Serdeable
@Schema(name = "PersonaCheck", description = "What a persona says of a text (人设检查)")
record PersonaCheckResource(
        @ArraySchema(maxItems = 200, schema = @Schema(example = "永久美白", maxLength = 60))
        List<String> forbiddenClaims,

        @Schema(example = "false") boolean offTopic,
        @Schema(example = "true") boolean known) {
    /// Nobody says anything.
    static final PersonaCheckResource NOTHING = new PersonaCheckResource(List.of(), false, false);

    static PersonaCheckResource of(Findings findings) {
        return new PersonaCheckResource(findings.forbidden(), findings.offTopic(), true);
    }
}
