package cn.siyu.adapter.persistence;

import io.micronaut.context.annotation.Context;

/// Tells H2 at the start that the brand says next to nothing about a row: every key begins with it,
/// and a table has many rows of few brands. H2 chooses a plan when a statement is parsed first,
/// often while a table is still empty, and keeps it as long as the connection remembers the
/// statement; of an empty table it believes that the brand alone finds one row, and reads all of
/// the brand ever after. PostgreSQL plans anew when its statistics change.
@Context
final class BrandColumns {
    BrandColumns(Sql sql) {
        if (!sql.onPostgresql()) {
            sql.list("""
                            SELECT table_name FROM information_schema.columns
                            WHERE table_schema = 'public' AND column_name = 'brand' AND selectivity <> 1""", row -> row.text("table_name"))
                    .forEach(table -> sql.update("ALTER TABLE " + table + " ALTER COLUMN brand SELECTIVITY 1"));
        }
    }
}
