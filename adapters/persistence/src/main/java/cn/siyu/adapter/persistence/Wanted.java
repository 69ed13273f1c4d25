package cn.siyu.adapter.persistence;

import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Keys of many rows that are wanted at once, as a table to be joined. H2 uses an index for an IN
/// list only if the column is the index's first; ours begin with the brand, so that behind
/// `brand = ?` an IN list (or `= ANY`) reads all of the brand. A join looks each key up. See
/// [Sql#wanted].
///
/// Where more than two tables are joined, sort outside: `SELECT * FROM (…) found ORDER BY …`. H2
/// adds the cost of sorting to each look-up of a sorted join, and then rather reads all of the
/// brand.
///
/// @param keys the parameters of the table, each key once
/// @param type their type in SQL
public record Wanted(Set<Object> keys, String type) {
    /// Inner numbers, of whatever type of id.
    public static Wanted numbers(Collection<?> ids) {
        return new Wanted(new LinkedHashSet<>(ids), "bigint");
    }

    /// Public ids.
    public static Wanted publicIds(Collection<PublicId> ids) {
        return new Wanted(new LinkedHashSet<>(ids), "uuid");
    }

    /// Texts.
    public static Wanted texts(Collection<String> texts) {
        return new Wanted(new LinkedHashSet<>(texts), "varchar");
    }

    /// The join with a column of the query's table; its own column is named so that no other is
    /// ambiguous. One text for any number of keys, so that the database parses it once.
    ///
    /// PostgreSQL would join a table of keys by reading all of the brand, whenever it believes the
    /// brand to be small: its figures of a table that grows fast are a minute old. As a condition
    /// the keys can only be looked up, whatever it believes.
    String join(String column, boolean onPostgresql) {
        if (onPostgresql) {
            return " JOIN (SELECT 1) AS w(wanted) ON " + column + " = ANY(CAST(? AS " + type + " ARRAY)) ";
        }
        return " JOIN unnest(CAST(? AS " + type + " ARRAY)) AS w(wanted) ON " + column + " = w.wanted ";
    }

    /// The parameter of the join.
    Object parameter() {
        var plain = keys.stream().map(Parameters::plain);
        return type.equals("bigint")
                ? plain.map(Long.class::cast).toArray(Long[]::new)
                : plain.map(Object::toString).toArray(String[]::new);
    }
}
