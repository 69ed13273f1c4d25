package cn.siyu.application.sop;

import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.content.port.Materials;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.Wording;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an SOP says, checked against the personas (人设) of the brand and of all its accounts:
/// which of them will say it is found out for each customer.
public final class PersonaOfSop {
    private final CheckPersona personas;
    private final Materials materials;

    public PersonaOfSop(CheckPersona personas, Materials materials) {
        this.personas = personas;
        this.materials = materials;
    }

    /// A mistake for each step that makes a forbidden claim (禁用语).
    List<SopMistake> mistakes(BrandId brand, SopDefinition definition) {
        Set<MaterialId> used = definition.steps().stream()
                .filter(Step.Send.class::isInstance)
                .map(step -> ((Step.Send) step).material())
                .collect(Collectors.toSet());
        Map<MaterialId, Material> known =
                materials.findAll(brand, used).stream().collect(Collectors.toMap(Material::id, Function.identity()));
        var texts = new ArrayList<Said>();
        for (int i = 0; i < definition.steps().size(); i++) {
            switch (definition.steps().get(i)) {
                case Step.Send send -> {
                    var material = known.get(send.material());
                    if (material != null) {
                        texts.add(new Said(material.content().text().source(), "/steps/" + i + "/material"));
                    }
                }
                case Step.Task task -> {
                    texts.add(new Said(task.title(), "/steps/" + i + "/title"));
                    texts.add(new Said(task.script().source(), "/steps/" + i + "/script"));
                }
                case Step.Tag _, Step.Wait _ -> {}
            }
        }
        var mistakes = new ArrayList<SopMistake>();
        var claims = personas.forbiddenToAnybody(
                brand, texts.stream().map(Said::text).toList());
        for (int i = 0; i < texts.size(); i++) {
            if (!claims.get(i).isEmpty()) {
                mistakes.add(new SopMistake(
                        "forbidden-claim",
                        Wording.of(
                                "A persona of the brand never says %s; say it otherwise.",
                                "品牌或账号人设禁用：%s；请换一种说法。", String.join("、", claims.get(i))),
                        texts.get(i).pointer(),
                        null));
            }
        }
        return mistakes;
    }

    private record Said(String text, String pointer) {}
}
