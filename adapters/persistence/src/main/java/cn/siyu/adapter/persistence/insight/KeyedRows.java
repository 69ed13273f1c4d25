package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Rows found by external keys: one query per source, which are few, so that both databases use the
/// index of the key.
final class KeyedRows {
    private KeyedRows() {}

    /// All rows with one of the keys.
    ///
    /// @param select up to WHERE
    static <T> List<T> find(
            Sql sql, String select, Sql.RowReader<T> reader, BrandId brand, Collection<ExternalKey> keys) {
        var found = new ArrayList<T>();
        keys.stream()
                .collect(Collectors.groupingBy(ExternalKey::source))
                .forEach((source, theirs) -> found.addAll(sql.wanted(
                        Wanted.texts(theirs.stream().map(ExternalKey::value).toList()),
                        "external_id",
                        select + "%s WHERE brand = ? AND source = ?",
                        reader,
                        brand,
                        source)));
        return found;
    }

    static ExternalKey key(Row row) throws SQLException {
        return new ExternalKey(row.text("source"), row.text("external_id"));
    }

    /// Those that were added.
    static <T> List<T> added(List<T> offered, boolean[] added) {
        var fresh = new ArrayList<T>();
        for (int i = 0; i < added.length; i++) {
            if (added[i]) {
                fresh.add(offered.get(i));
            }
        }
        return fresh;
    }
}
