package cn.siyu.application.sop;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.application.sop.port.StoreVariants.Use;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.template.StoreTemplate;
import cn.siyu.domain.sop.template.StoreTemplate.AtStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gives each due step the definition that holds at the customer's store (门店覆盖), and writes
/// down which variant it used. The store is looked up now: when it moves to another region, or the
/// customer to another store, the next step is by what holds there; what was carried out stays.
/// Four queries for any number of steps, one where nobody changes anything.
public final class StoreSteps {
    private final StoreVariants variants;
    private final Departments departments;

    public StoreSteps(StoreVariants variants, Departments departments) {
        this.variants = variants;
        this.departments = departments;
    }

    /// Due steps as they are at their stores.
    ///
    /// @param leftOut whose store leaves the version out
    record Fitted(List<DueStep> due, Set<EnrolmentId> leftOut) {}

    private record Place(SopVersionId version, DepartmentId store) {}

    /// Inside the caller's transaction.
    Fitted fit(BrandId brand, List<DueStep> due) {
        var held = variants.held(
                brand, due.stream().map(each -> each.enrolment().version()).collect(Collectors.toSet()));
        if (held.values().stream().allMatch(one -> one.newest().isEmpty())) {
            return new Fitted(due, Set.of());
        }
        var stores = variants.stores(
                brand,
                due.stream()
                        .filter(each -> held.containsKey(each.enrolment().version()))
                        .map(each -> each.enrolment().id())
                        .toList());
        Map<DepartmentId, Department> known = departments.findAll(brand, Set.copyOf(stores.values())).stream()
                .collect(Collectors.toMap(Department::id, Function.identity()));
        var fitting = new Fitting(held, known);
        for (DueStep each : due) {
            fitting.fit(each, Optional.ofNullable(stores.get(each.enrolment().id())));
        }
        variants.used(brand, fitting.uses);
        return new Fitted(fitting.due, fitting.leftOut);
    }

    private static final class Fitting {
        private final Map<SopVersionId, StoreVariants.Held> held;
        private final Map<DepartmentId, Department> known;
        private final Map<Place, AtStore> places = new HashMap<>();
        private final List<DueStep> due = new ArrayList<>();
        private final Set<EnrolmentId> leftOut = new HashSet<>();
        private final List<Use> uses = new ArrayList<>();

        Fitting(Map<SopVersionId, StoreVariants.Held> held, Map<DepartmentId, Department> known) {
            this.held = held;
            this.known = known;
        }

        void fit(DueStep each, Optional<DepartmentId> store) {
            var template = held.get(each.enrolment().version());
            var department = store.map(known::get).orElse(null);
            if (template == null || department == null) {
                due.add(each);
                return;
            }
            var there = places.computeIfAbsent(
                    new Place(each.enrolment().version(), department.id()),
                    _ -> atStore(template, each.definition(), department));
            if (there.optedOut().isPresent()) {
                leftOut.add(each.enrolment().id());
            } else {
                note(each, there, department.id());
            }
            due.add(new DueStep(each.enrolment(), there.definition(), each.step(), each.dueAt()));
        }

        private static AtStore atStore(StoreVariants.Held template, SopDefinition definition, Department department) {
            return new StoreTemplate(
                            definition,
                            template.bounds(),
                            template.newest().stream()
                                    .collect(Collectors.toMap(one -> one.department(), Function.identity())))
                    .at(department.fromRoot());
        }

        /// The step itself, and the waits behind it.
        private void note(DueStep each, AtStore there, DepartmentId store) {
            var steps = there.definition().steps();
            int number = each.step();
            while (number < steps.size() && (number == each.step() || steps.get(number) instanceof Step.Wait)) {
                var variant = there.used().get(number);
                if (variant != null) {
                    uses.add(new Use(each.enrolment().id(), number, variant.id(), store));
                }
                number++;
            }
        }
    }
}
