package cn.siyu.adapter.persistence.audience;

import java.util.ArrayList;
import java.util.List;

/// A piece of SQL with the values of its `?`, in their order.
///
/// @param params of types that both drivers take: String, Long, BigDecimal, Double, OffsetDateTime,
///     and what a [ColumnResolver] adds
public record SqlFragment(String text, List<Object> params) {
    public SqlFragment {
        params = List.copyOf(params);
    }

    /// A piece without values.
    public static SqlFragment of(String text) {
        return new SqlFragment(text, List.of());
    }

    /// This piece, then that one.
    SqlFragment then(SqlFragment next) {
        List<Object> all = new ArrayList<>(params);
        all.addAll(next.params);
        return new SqlFragment(text + next.text, all);
    }

    SqlFragment then(String more) {
        return new SqlFragment(text + more, params);
    }

    /// The pieces with a word between them.
    static SqlFragment join(List<SqlFragment> pieces, String word) {
        SqlFragment all = pieces.getFirst();
        for (SqlFragment piece : pieces.subList(1, pieces.size())) {
            all = all.then(word).then(piece);
        }
        return all;
    }
}
