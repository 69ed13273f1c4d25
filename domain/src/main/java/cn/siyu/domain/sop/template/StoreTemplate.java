package cn.siyu.domain.sop.template;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A version with its bounds and the variants that hold: what each store makes of it. Head office
/// first, then each department from the root of the tree to the store; the nearest to the store
/// wins, step by step. What the bounds don't allow any more is as head office has it, from the
/// moment they change.
///
/// @param variants the newest of each department
public record StoreTemplate(SopDefinition definition, TemplateBounds bounds, Map<DepartmentId, StoreVariant> variants) {
    public StoreTemplate {
        variants = Map.copyOf(variants);
    }

    /// What holds at one store.
    ///
    /// @param definition with the store's steps
    /// @param used which variant each step comes from that isn't head office's
    /// @param optedOut which variant leaves the store out; empty: it takes part
    public record AtStore(SopDefinition definition, Map<Integer, StoreVariant> used, Optional<StoreVariant> optedOut) {
        public AtStore {
            used = Map.copyOf(used);
        }
    }

    /// What holds at a store.
    ///
    /// @param fromRoot the departments from the root of the tree to the store
    public AtStore at(List<DepartmentId> fromRoot) {
        var used = new TreeMap<Integer, StoreVariant>();
        Optional<StoreVariant> out = Optional.empty();
        for (DepartmentId department : fromRoot) {
            var variant = variants.get(department);
            if (variant != null) {
                variant.steps().forEach((number, step) -> {
                    if (bounds.allow(definition.steps(), number, step)) {
                        used.put(number, variant);
                    }
                });
                Boolean says = variant.optedOut();
                if (says != null) {
                    out = says && bounds.mayOptOut() ? Optional.of(variant) : Optional.empty();
                }
            }
        }
        return new AtStore(used.isEmpty() ? definition : with(used), used, out);
    }

    private SopDefinition with(Map<Integer, StoreVariant> used) {
        List<Step> steps = new ArrayList<>(definition.steps());
        var own = new HashMap<Integer, Step>();
        used.forEach((number, variant) -> own.put(number, variant.steps().getOrDefault(number, steps.get(number))));
        own.forEach(steps::set);
        return new SopDefinition(
                definition.trigger(),
                definition.audience(),
                definition.holdout(),
                steps,
                definition.goal(),
                definition.exits());
    }
}
