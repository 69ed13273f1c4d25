package cn.siyu.adapter.http.channel;

import cn.siyu.domain.channel.persona.Persona;
import cn.siyu.domain.channel.persona.PersonaAdvice;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Which figure suits a business (人设建议).
///
/// @param figure what is recommended
/// @param clear whether industry and size speak for the same; if not, the industry decides
/// @param reasons what speaks for it
/// @param forbiddenClaims claims to begin with that must not be made
@Serdeable
@Schema(name = "PersonaAdvice", description = "Which figure suits a business (人设建议)")
record PersonaAdviceResource(
        Persona.Figure figure,
        @Schema(example = "true") boolean clear,
        @ArraySchema(maxItems = 4) List<PersonaAdvice.Reason> reasons,

        @ArraySchema(maxItems = 50, schema = @Schema(example = "国家级", maxLength = 60))
        List<String> forbiddenClaims) {
    static PersonaAdviceResource of(PersonaAdvice advice) {
        return new PersonaAdviceResource(advice.figure(), advice.clear(), advice.reasons(), advice.forbidden());
    }
}
