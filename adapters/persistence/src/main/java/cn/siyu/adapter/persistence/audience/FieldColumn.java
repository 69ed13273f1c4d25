package cn.siyu.adapter.persistence.audience;

import java.util.List;

/// Where a field lives in the database.
public sealed interface FieldColumn {
    /// One value a row, NULL if not known.
    ///
    /// @param expression a column or any scalar expression, whole in itself: varchar for texts and
    ///     codes, bigint, double precision, boolean, or timestamp with time zone
    record Scalar(SqlFragment expression) implements FieldColumn {}

    /// Several values a row.
    ///
    /// @param rows a `SELECT 1 FROM … WHERE …` of the outer row's member rows; more conditions are
    ///     added by AND
    /// @param names the columns (or expressions) by which a member can be named, at least one: a
    ///     tag has its name, and its group with its name
    record Members(SqlFragment rows, List<String> names) implements FieldColumn {
        public Members {
            names = List.copyOf(names);
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a member has a name");
            }
        }
    }
}
