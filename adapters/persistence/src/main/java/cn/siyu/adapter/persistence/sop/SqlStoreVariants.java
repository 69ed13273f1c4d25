package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlStoreVariants implements StoreVariants {
    private static final String VARIANT =
            "v.id, v.public_id, v.sop_version, v.department, v.number, v.opted_out, v.steps, v.definition, v.by_key,"
                    + " v.written_at";

    private final Sql sql;

    SqlStoreVariants(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TemplateBounds> bounds(BrandId brand, SopVersionId version) {
        return sql.first(
                "SELECT sop_version, may_opt_out, steps, version FROM sop_bounds WHERE brand = ? AND sop_version = ?",
                StoreVariantRow::bounds,
                brand,
                version.value());
    }

    @Override
    public void keep(BrandId brand, TemplateBounds bounds) {
        String steps = StoreVariantRow.steps(bounds);
        int kept = bounds.version() == 1
                ? sql.update("""
                        INSERT INTO sop_bounds (brand, sop_version, may_opt_out, steps, version)
                        VALUES (?, ?, ?, ?, 1) ON CONFLICT DO NOTHING""", brand, bounds.sopVersion().value(), bounds.mayOptOut(), steps)
                : sql.update(
                        """
                        UPDATE sop_bounds SET may_opt_out = ?, steps = ?, version = ?
                        WHERE brand = ? AND sop_version = ? AND version = ?""",
                        bounds.mayOptOut(),
                        steps,
                        bounds.version(),
                        brand,
                        bounds.sopVersion().value(),
                        bounds.version() - 1);
        if (kept == 0) {
            throw new StaleAggregate(
                    "bounds of SOP version", bounds.sopVersion().value());
        }
    }

    @Override
    public void add(BrandId brand, StoreVariant variant) {
        int added = sql.update(
                """
                INSERT INTO sop_variant (brand, id, public_id, sop_version, department, number, opted_out, steps,
                  definition, by_key, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                variant.id(),
                variant.publicId(),
                variant.sopVersion().value(),
                variant.department().value(),
                variant.number(),
                variant.optedOut(),
                StoreVariantRow.numbers(variant),
                StoreVariantRow.definition(variant),
                variant.by(),
                variant.at());
        if (added == 0) {
            throw new StaleAggregate(
                    "variants of department", variant.department().value());
        }
    }

    @Override
    public List<StoreVariant> of(BrandId brand, SopVersionId version, DepartmentId department) {
        return sql.list(
                "SELECT " + VARIANT + " FROM sop_variant v"
                        + " WHERE v.brand = ? AND v.sop_version = ? AND v.department = ? ORDER BY v.number DESC",
                StoreVariantRow::variant,
                brand,
                version.value(),
                department.value());
    }

    @Override
    public Map<SopVersionId, Held> held(BrandId brand, Collection<SopVersionId> versions) {
        var wanted = Wanted.numbers(versions.stream().map(SopVersionId::value).toList());
        var bounds = sql.wanted(
                wanted,
                "b.sop_version",
                "SELECT b.sop_version, b.may_opt_out, b.steps, b.version FROM sop_bounds b %s WHERE b.brand = ?",
                StoreVariantRow::bounds,
                brand);
        if (bounds.isEmpty()) {
            return Map.of();
        }
        var newest = new HashMap<SopVersionId, List<StoreVariant>>();
        sql.wanted(wanted, "v.sop_version", "SELECT " + VARIANT + """
                                 FROM sop_variant v %s WHERE v.brand = ? AND NOT EXISTS (SELECT 1 FROM sop_variant n
                                  WHERE n.brand = v.brand AND n.sop_version = v.sop_version
                                    AND n.department = v.department AND n.number > v.number)
                                ORDER BY v.department""", StoreVariantRow::variant, brand)
                .forEach(variant -> newest.computeIfAbsent(variant.sopVersion(), _ -> new ArrayList<>())
                        .add(variant));
        var held = new HashMap<SopVersionId, Held>();
        bounds.forEach(one ->
                held.put(one.sopVersion(), new Held(one, newest.getOrDefault(one.sopVersion(), List.of()))));
        return held;
    }

    @Override
    public Map<EnrolmentId, DepartmentId> stores(BrandId brand, Collection<EnrolmentId> enrolments) {
        var stores = new HashMap<EnrolmentId, DepartmentId>();
        sql.wanted(
                        Wanted.numbers(
                                enrolments.stream().map(EnrolmentId::value).toList()),
                        "e.id",
                        """
                        SELECT * FROM (
                          SELECT e.id, a.department, r.id AS relationship FROM enrolment e %s
                          JOIN customer b ON b.brand = e.brand AND b.id = e.customer
                          JOIN customer o ON o.brand = b.brand AND o.person = b.person
                          JOIN relationship r ON r.brand = o.brand AND r.customer = o.id
                            AND (r.id = e.relationship OR (e.relationship IS NULL AND r.ended_at IS NULL))
                          JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                          WHERE e.brand = ?) found ORDER BY id, relationship""",
                        row -> Map.entry(new EnrolmentId(row.number("id")), new DepartmentId(row.number("department"))),
                        brand)
                .forEach(each -> stores.put(each.getKey(), each.getValue()));
        return stores;
    }

    @Override
    public void used(BrandId brand, Collection<Use> uses) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (Use use : uses) {
            rows.add(new @Nullable Object[] {
                brand,
                use.enrolment().value(),
                use.step(),
                use.variant(),
                use.store().value()
            });
        }
        sql.batch("""
                INSERT INTO enrolment_variant (brand, enrolment, step, variant, store)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", rows);
    }

    @Override
    public List<Used> usedBy(BrandId brand, EnrolmentId enrolment) {
        return sql.list(
                """
                SELECT u.step, u.store, v.department, v.number FROM enrolment_variant u
                JOIN sop_variant v ON v.brand = u.brand AND v.id = u.variant
                WHERE u.brand = ? AND u.enrolment = ? ORDER BY u.step""",
                row -> new Used(
                        row.integer("step"),
                        new DepartmentId(row.number("store")),
                        new DepartmentId(row.number("department")),
                        row.integer("number")),
                brand,
                enrolment.value());
    }
}
