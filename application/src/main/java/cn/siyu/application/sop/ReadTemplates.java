package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.template.StoreTemplate;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows what stores may change in a version, what they did change, and what holds at a store
/// (总部模板).
public final class ReadTemplates {
    private final Sops sops;
    private final SopVersions versions;
    private final StoreVariants variants;
    private final ReadSops read;
    private final ReadDefinition definitions;
    private final Departments departments;
    private final ResolveSight sights;

    public ReadTemplates(
            Sops sops,
            SopVersions versions,
            StoreVariants variants,
            ReadSops read,
            ReadDefinition definitions,
            Departments departments,
            ResolveSight sights) {
        this.sops = sops;
        this.versions = versions;
        this.variants = variants;
        this.read = read;
        this.definitions = definitions;
        this.departments = departments;
        this.sights = sights;
    }

    /// A version with its bounds.
    ///
    /// @param bounds null: it is no template
    public record Template(SopVersion version, @Nullable TemplateBounds bounds) {}

    /// What a department wrote, and what holds there.
    ///
    /// @param own the newest that the department wrote itself; null if it wrote none
    /// @param steps what holds at the department, step by step, as in a definition
    /// @param from which department's variant each step comes from that isn't head office's
    /// @param optedOut which department leaves the version out here; null: it takes part
    public record There(
            Department department,
            @Nullable StoreVariant own,
            List<Map<String, Object>> steps,
            Map<Integer, PublicId> from,
            @Nullable PublicId optedOut) {}

    /// The bounds of a version; empty if there is no such version.
    public Optional<Template> template(Caller caller, PublicId sop, int number) {
        return SetTemplateBounds.find(sops, versions, caller, sop, number)
                .map(version -> new Template(
                        version, variants.bounds(caller.brand(), version.id()).orElse(null)));
    }

    /// What holds at a department; empty if there is no such version or department, or the caller
    /// doesn't see it.
    public Optional<There> there(Caller caller, PublicId sop, int number, PublicId department, IdForm form) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        return SetTemplateBounds.find(sops, versions, caller, sop, number)
                .flatMap(version -> departments
                        .byPublicId(brand, department)
                        .filter(one -> sight.department(one.id()))
                        .map(one -> there(caller, version, one, form)));
    }

    private There there(Caller caller, SopVersion version, Department department, IdForm form) {
        var brand = caller.brand();
        var held = variants.held(brand, List.of(version.id())).get(version.id());
        var bounds = held == null ? new TemplateBounds(version.id(), false, Map.of(), 1) : held.bounds();
        List<StoreVariant> newest = held == null ? List.of() : held.newest();
        Map<DepartmentId, StoreVariant> byDepartment =
                newest.stream().collect(Collectors.toMap(StoreVariant::department, Function.identity()));
        var there = new StoreTemplate(version.definition(), bounds, byDepartment).at(department.fromRoot());
        Map<DepartmentId, PublicId> names = departments.findAll(brand, Set.copyOf(department.fromRoot())).stream()
                .collect(Collectors.toMap(Department::id, Department::publicId));
        var from = new TreeMap<Integer, PublicId>();
        there.used()
                .forEach((step, variant) ->
                        Optional.ofNullable(names.get(variant.department())).ifPresent(name -> from.put(step, name)));
        return new There(
                department,
                byDepartment.get(department.id()),
                steps(definitions.write(brand, there.definition(), form)),
                from,
                there.optedOut().map(variant -> names.get(variant.department())).orElse(null));
    }

    private static List<Map<String, Object>> steps(Map<String, Object> tree) {
        return ((List<?>) tree.getOrDefault("steps", List.of()))
                .stream()
                        .map(step -> {
                            var named = new LinkedHashMap<String, Object>();
                            ((Map<?, ?>) step).forEach((key, value) -> named.put(String.valueOf(key), value));
                            return (Map<String, Object>) named;
                        })
                        .toList();
    }

    /// What an enrolment has used that isn't head office's, by step; empty if there is no such
    /// enrolment, or the caller doesn't see it.
    public Optional<List<Used>> used(Caller caller, PublicId enrolment) {
        var brand = caller.brand();
        return read.enrolment(caller, enrolment).map(view -> {
            var uses = variants.usedBy(brand, view.enrolment().id());
            Set<DepartmentId> mentioned = uses.stream()
                    .flatMap(use -> Stream.of(use.store(), use.department()))
                    .collect(Collectors.toSet());
            Map<DepartmentId, PublicId> names = departments.findAll(brand, mentioned).stream()
                    .collect(Collectors.toMap(Department::id, Department::publicId));
            return uses.stream()
                    .filter(use -> names.containsKey(use.store()) && names.containsKey(use.department()))
                    .map(use -> new Used(
                            use.step(),
                            Objects.requireNonNull(names.get(use.store())),
                            Objects.requireNonNull(names.get(use.department())),
                            use.number()))
                    .toList();
        });
    }

    /// A step that was carried out as a variant says.
    ///
    /// @param store at which store the customer was then
    /// @param department whose variant it was
    /// @param number which of that department's variants
    public record Used(int step, PublicId store, PublicId department, int number) {}
}
