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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    /// A mistake for each place of a step that makes a forbidden claim (禁用语): in a material,
    /// whatever customers read of it, titles and names of files too.
    List<SopMistake> mistakes(BrandId brand, SopDefinition definition) {
        Set<MaterialId> used = definition.steps().stream()
                .filter(Step.Send.class::isInstance)
                .map(step -> ((Step.Send) step).material())
                .collect(Collectors.toSet());
        Map<MaterialId, Material> known =
                materials.findAll(brand, used).stream().collect(Collectors.toMap(Material::id, Function.identity()));
        var said = new ArrayList<Said>();
        for (int i = 0; i < definition.steps().size(); i++) {
            switch (definition.steps().get(i)) {
                case Step.Send send -> {
                    var material = known.get(send.material());
                    if (material != null) {
                        String at = "/steps/" + i + "/material";
                        material.content().words().forEach(text -> said.add(new Said(text, at)));
                    }
                }
                case Step.Task task -> {
                    said.add(new Said(task.title(), "/steps/" + i + "/title"));
                    said.add(new Said(task.script().source(), "/steps/" + i + "/script"));
                }
                case Step.Tag _, Step.Wait _ -> {}
            }
        }
        return mistakes(
                said,
                personas.forbiddenToAnybody(brand, said.stream().map(Said::text).toList()));
    }

    /// One for each place, with all claims that are made there.
    private static List<SopMistake> mistakes(List<Said> said, List<List<String>> claims) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        for (int i = 0; i < said.size(); i++) {
            if (!claims.get(i).isEmpty()) {
                places.computeIfAbsent(said.get(i).pointer(), _ -> new LinkedHashSet<>())
                        .addAll(claims.get(i));
            }
        }
        var mistakes = new ArrayList<SopMistake>();
        places.forEach((pointer, made) -> mistakes.add(new SopMistake(
                "forbidden-claim",
                Wording.of(
                        "A persona of the brand never says %s; say it otherwise.",
                        "品牌或账号人设禁用：%s；请换一种说法。", String.join("、", made)),
                pointer,
                null)));
        return mistakes;
    }

    private record Said(String text, String pointer) {}
}
