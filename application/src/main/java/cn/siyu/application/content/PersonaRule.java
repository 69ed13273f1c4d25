package cn.siyu.application.content;

import cn.siyu.application.channel.CheckPersona;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.persona.Persona.Findings;
import cn.siyu.domain.content.Attachment;
import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.MaterialContent;
import cn.siyu.domain.content.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the brand's persona (人设) never says may not stand in a material either (禁用语).
final class PersonaRule {
    private final CheckPersona personas;

    PersonaRule(CheckPersona personas) {
        this.personas = personas;
    }

    /// All places with a forbidden claim.
    List<ContentError> errors(BrandId brand, MaterialContent content) {
        var errors = new ArrayList<ContentError>();
        error(brand, content.text().source(), "/text").ifPresent(errors::add);
        for (int i = 0; i < content.attachments().size(); i++) {
            String at = "/attachments/" + i;
            switch (content.attachments().get(i)) {
                case Attachment.Link link -> {
                    error(brand, link.title(), at + "/title").ifPresent(errors::add);
                    String description = link.description();
                    if (description != null) {
                        error(brand, description, at + "/description").ifPresent(errors::add);
                    }
                }
                case Attachment.MiniProgram program ->
                    error(brand, program.title(), at + "/title").ifPresent(errors::add);
                case Attachment.File(var name, var _) ->
                    error(brand, name, at + "/name").ifPresent(errors::add);
                case Attachment.Image _, Attachment.Video _ -> {}
            }
        }
        return errors;
    }

    private Optional<ContentError> error(BrandId brand, String text, String pointer) {
        return personas.ofBrand(brand, text)
                .map(Findings::forbidden)
                .filter(claims -> !claims.isEmpty())
                .map(claims -> new ContentError(
                        ContentError.Code.FORBIDDEN_CLAIM,
                        Wording.of(
                                "The brand's persona never says %s; say it otherwise.",
                                "品牌人设禁用：%s；请换一种说法。", String.join("、", claims)),
                        pointer,
                        null,
                        null));
    }
}
