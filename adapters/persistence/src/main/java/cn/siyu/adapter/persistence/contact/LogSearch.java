package cn.siyu.adapter.persistence.contact;

import cn.siyu.adapter.persistence.Births;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A search that grows: each condition brings its parameters.
final class LogSearch {
    private final BrandId brand;
    private final StringBuilder where = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    LogSearch(BrandId brand) {
        this.brand = brand;
        parameters.add(brand);
    }

    /// The conditions, behind that on the brand.
    String where() {
        return where.toString();
    }

    /// @param value null: no condition
    LogSearch and(String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            parameters.add(value);
        }
        return this;
    }

    /// One of some words; none: no condition.
    LogSearch in(String column, Set<? extends Enum<?>> words) {
        return words.isEmpty() ? this : and(column + " IN (" + Sql.marks(words.size()) + ")", List.copyOf(words));
    }

    /// The row that a public id stands for; null: no condition.
    LogSearch is(String column, String table, @Nullable PublicId id) {
        return id == null
                ? this
                : and(
                        column + " = (SELECT id FROM " + table + " WHERE brand = ? AND public_id = ?)",
                        List.of(brand, id));
    }

    /// Whatever is kept under one of a person's birth customers; null: no condition.
    LogSearch customer(String column, @Nullable Births births) {
        if (births != null) {
            where.append(" AND ").append(births.condition(column));
            parameters.addAll(List.of(births.numbers()));
        }
        return this;
    }

    /// Sends in sight.
    LogSearch sends(Sight sight) {
        var seen = Seen.by(sight);
        return and(seen.customer("s.brand", "s.customer"), seen).and(seen.over("s.brand", "s.account"), seen);
    }

    /// Batches in sight.
    LogSearch batches(Sight sight) {
        var seen = Seen.by(sight);
        return and(seen.account("a"), seen);
    }

    private LogSearch and(String condition, Seen seen) {
        where.append(condition);
        parameters.addAll(seen.parameters());
        return this;
    }

    /// All parameters, with the number of rows at the end.
    @Nullable
    Object[] upTo(int atMost) {
        parameters.add(atMost);
        return parameters.toArray();
    }
}
