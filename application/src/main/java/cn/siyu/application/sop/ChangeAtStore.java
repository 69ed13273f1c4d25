package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.DefinitionReader.Read;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A department or store does steps of a version otherwise (门店覆盖), within what head office
/// allows. What it writes is the whole of its changes; the last one written holds, from the next
/// step of everybody who is in the version on.
public final class ChangeAtStore {
    private final Sops sops;
    private final SopVersions versions;
    private final StoreVariants variants;
    private final ReadDefinition definitions;
    private final PersonaOfSop personas;
    private final Departments departments;
    private final ResolveSight sights;
    private final IdSource ids;
    private final BrandClock clock;
    private final UnitOfWork work;

    public ChangeAtStore(
            Sops sops,
            SopVersions versions,
            StoreVariants variants,
            ReadDefinition definitions,
            PersonaOfSop personas,
            Departments departments,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            UnitOfWork work) {
        this.sops = sops;
        this.versions = versions;
        this.variants = variants;
        this.definitions = definitions;
        this.personas = personas;
        this.departments = departments;
        this.sights = sights;
        this.ids = ids;
        this.clock = clock;
        this.work = work;
    }

    /// What is otherwise.
    ///
    /// @param number of the version in its SOP
    /// @param expected the number of the variant that its author has seen; 0: there was none
    /// @param optedOut whether the department's customers are left out; null: as the department
    ///     above says
    /// @param changes step by step
    /// @param form how ids are written
    public record Command(
            Caller caller,
            PublicId sop,
            int number,
            PublicId department,
            int expected,
            @Nullable Boolean optedOut,
            List<Change> changes,
            IdForm form) {}

    /// A step that is otherwise.
    ///
    /// @param set the properties of the step that are otherwise, as in a definition
    public record Change(int step, Map<String, Object> set) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It holds.
        record Changed(StoreVariant variant) implements Outcome {}

        /// With these changes the definition is wrong; pointers lead into it.
        record Wrong(List<SopMistake> mistakes) implements Outcome {}

        /// Head office doesn't allow this change, the place of which is told.
        record NotAllowed(int change) implements Outcome {}

        /// Head office doesn't let stores leave the version out.
        record MayNotOptOut() implements Outcome {}

        /// Head office lets nobody change anything in this version.
        record NoTemplate() implements Outcome {}

        /// Somebody else changed it.
        record Stale(int number) implements Outcome {}

        /// There is no such SOP or version.
        record UnknownVersion() implements Outcome {}

        /// There is no such department, or the caller doesn't see it.
        record UnknownDepartment() implements Outcome {}
    }

    /// Changes them.
    public Outcome handle(Command command) {
        var brand = command.caller().brand();
        return work.inTransaction(() -> {
            var version = SetTemplateBounds.find(sops, versions, command.caller(), command.sop(), command.number());
            if (version.isEmpty()) {
                return new Outcome.UnknownVersion();
            }
            var sight = sights.of(command.caller());
            Optional<Department> department =
                    departments.byPublicId(brand, command.department()).filter(one -> sight.department(one.id()));
            if (department.isEmpty()) {
                return new Outcome.UnknownDepartment();
            }
            return variants.bounds(brand, version.get().id())
                    .map(bounds -> change(command, version.get(), department.get(), bounds))
                    .orElseGet(Outcome.NoTemplate::new);
        });
    }

    private Outcome change(Command command, SopVersion version, Department department, TemplateBounds bounds) {
        var brand = command.caller().brand();
        int stored = variants.of(brand, version.id(), department.id()).stream()
                .mapToInt(StoreVariant::number)
                .max()
                .orElse(0);
        if (stored != command.expected()) {
            return new Outcome.Stale(stored);
        }
        if (Boolean.TRUE.equals(command.optedOut()) && !bounds.mayOptOut()) {
            return new Outcome.MayNotOptOut();
        }
        var base = version.definition();
        return switch (definitions.read(brand, changed(command, base), command.form())) {
            case Read.Refused(var mistakes) -> new Outcome.Wrong(mistakes);
            case Read.Understood(var there) -> add(command, version, department, bounds, there, stored + 1);
        };
    }

    /// The definition as clients see it, with the changes in it. A step that isn't there is none of
    /// the definition's.
    private Map<String, Object> changed(Command command, SopDefinition base) {
        var tree = new LinkedHashMap<>(definitions.write(command.caller().brand(), base, command.form()));
        var steps = new ArrayList<Object>((List<?>) tree.getOrDefault("steps", List.of()));
        for (Change change : command.changes()) {
            if (change.step() < steps.size() && steps.get(change.step()) instanceof Map<?, ?> before) {
                var step = new LinkedHashMap<String, Object>();
                before.forEach((key, value) -> step.put(String.valueOf(key), value));
                step.putAll(change.set());
                steps.set(change.step(), step);
            }
        }
        tree.put("steps", steps);
        return tree;
    }

    private Outcome add(
            Command command,
            SopVersion version,
            Department department,
            TemplateBounds bounds,
            SopDefinition there,
            int number) {
        var base = version.definition().steps();
        var steps = new HashMap<Integer, Step>();
        for (int i = 0; i < command.changes().size(); i++) {
            int step = command.changes().get(i).step();
            if (step >= base.size() || !bounds.allow(base, step, there.steps().get(step))) {
                return new Outcome.NotAllowed(i);
            }
            if (!base.get(step).equals(there.steps().get(step))) {
                steps.put(step, there.steps().get(step));
            }
        }
        var brand = command.caller().brand();
        var unsaid = personas.mistakes(brand, there).stream()
                .filter(mistake -> steps.keySet().stream()
                        .anyMatch(step -> mistake.pointer().startsWith("/steps/" + step + "/")))
                .toList();
        if (!unsaid.isEmpty()) {
            return new Outcome.Wrong(unsaid);
        }
        long id = ids.next();
        var now = clock.now(brand);
        var variant = new StoreVariant(
                id,
                ids.publicId(id, now),
                version.id(),
                department.id(),
                number,
                command.optedOut(),
                steps,
                command.caller().key(),
                now);
        variants.add(brand, variant);
        return new Outcome.Changed(variant);
    }
}
