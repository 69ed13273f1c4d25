package cn.siyu.application.sop.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/// Variants in memory, over enrolments kept elsewhere.
public final class InMemoryStoreVariants implements StoreVariants {
    private final BiFunction<BrandId, EnrolmentId, Optional<DepartmentId>> stores;
    private final InMemoryStore.Table<InMemoryStore.Key, TemplateBounds> bounds;
    private final InMemoryStore.Table<InMemoryStore.Key, StoreVariant> variants;
    private final InMemoryStore.Table<String, Use> uses;

    /// @param stores at which store the customer of an enrolment is
    public InMemoryStoreVariants(InMemoryStore store, BiFunction<BrandId, EnrolmentId, Optional<DepartmentId>> stores) {
        this.stores = stores;
        this.bounds = store.table();
        this.variants = store.table();
        this.uses = store.table();
    }

    @Override
    public Optional<TemplateBounds> bounds(BrandId brand, SopVersionId version) {
        return Optional.ofNullable(bounds.rows().get(new InMemoryStore.Key(brand, version.value())));
    }

    @Override
    public void keep(BrandId brand, TemplateBounds wanted) {
        int stored =
                bounds(brand, wanted.sopVersion()).map(TemplateBounds::version).orElse(0);
        if (stored != wanted.version() - 1) {
            throw new StaleAggregate(
                    "bounds of SOP version", wanted.sopVersion().value());
        }
        bounds.rows().put(new InMemoryStore.Key(brand, wanted.sopVersion().value()), wanted);
    }

    @Override
    public void add(BrandId brand, StoreVariant variant) {
        boolean taken = of(brand, variant.sopVersion(), variant.department()).stream()
                .anyMatch(one -> one.number() == variant.number());
        if (taken) {
            throw new StaleAggregate(
                    "variants of department", variant.department().value());
        }
        variants.rows().put(new InMemoryStore.Key(brand, variant.id()), variant);
    }

    @Override
    public List<StoreVariant> of(BrandId brand, SopVersionId version, DepartmentId department) {
        return variants.of(brand)
                .filter(one ->
                        one.sopVersion().equals(version) && one.department().equals(department))
                .sorted(Comparator.comparingInt(StoreVariant::number).reversed())
                .toList();
    }

    @Override
    public Map<SopVersionId, Held> held(BrandId brand, Collection<SopVersionId> versions) {
        var held = new HashMap<SopVersionId, Held>();
        for (SopVersionId version : versions) {
            bounds(brand, version).ifPresent(found -> held.put(version, new Held(found, newest(brand, version))));
        }
        return held;
    }

    private List<StoreVariant> newest(BrandId brand, SopVersionId version) {
        return variants.of(brand)
                .filter(one -> one.sopVersion().equals(version)
                        && of(brand, version, one.department()).getFirst().equals(one))
                .sorted(Comparator.comparingLong(one -> one.department().value()))
                .toList();
    }

    @Override
    public Map<EnrolmentId, DepartmentId> stores(BrandId brand, Collection<EnrolmentId> enrolments) {
        var found = new HashMap<EnrolmentId, DepartmentId>();
        enrolments.forEach(one -> stores.apply(brand, one).ifPresent(store -> found.put(one, store)));
        return found;
    }

    @Override
    public void used(BrandId brand, Collection<Use> all) {
        all.forEach(use -> uses.rows()
                .putIfAbsent(
                        String.format("%s/%020d/%05d", brand, use.enrolment().value(), use.step()), use));
    }

    @Override
    public List<Used> usedBy(BrandId brand, EnrolmentId enrolment) {
        return uses.rows().entrySet().stream()
                .filter(row -> row.getKey().startsWith(brand + "/")
                        && row.getValue().enrolment().equals(enrolment))
                .map(row -> used(brand, row.getValue()))
                .toList();
    }

    private Used used(BrandId brand, Use use) {
        var variant = Objects.requireNonNull(variants.rows().get(new InMemoryStore.Key(brand, use.variant())));
        return new Used(use.step(), use.store(), variant.department(), variant.number());
    }
}
