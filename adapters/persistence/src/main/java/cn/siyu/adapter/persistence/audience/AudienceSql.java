package cn.siyu.adapter.persistence.audience;

import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.Field;
import cn.siyu.domain.audience.FieldType;
import cn.siyu.domain.audience.Literal;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Translates an expression into a condition for WHERE that is TRUE for the same rows as in memory.
///
/// Only forms that mean the same on H2 and PostgreSQL are used: texts are searched by POSITION,
/// which has no wildcards and no escapes; booleans are compared, not tested by IS, so that NULL
/// stays unknown under NOT.
public final class AudienceSql {
    private final ColumnResolver columns;
    private final AsOf asOf;

    private AudienceSql(ColumnResolver columns, AsOf asOf) {
        this.columns = columns;
        this.asOf = asOf;
    }

    /// The condition, in parentheses where it needs them to be joined by AND or put behind NOT.
    public static SqlFragment translate(Expression expression, ColumnResolver columns, AsOf asOf) {
        return new AudienceSql(columns, asOf).translate(expression);
    }

    private SqlFragment translate(Expression expression) {
        return switch (expression) {
            case Expression.And(var of) -> joined(of, " AND ");
            case Expression.Or(var of) -> joined(of, " OR ");
            case Expression.Not(var of) ->
                SqlFragment.of("NOT (").then(translate(of)).then(")");
            case Expression.Comparison comparison -> compared(comparison);
            case Expression.OneOf oneOf -> oneOf(oneOf);
            case Expression.Has has -> has(has);
            case Expression.Matches matches -> matches(matches);
            case Expression.Knowledge knowledge -> knowledge(knowledge);
            case Expression.IsTrue(var field) -> scalar(field).then(" = TRUE");
        };
    }

    private SqlFragment joined(List<Expression> of, String word) {
        List<SqlFragment> parts = of.stream().map(this::translate).toList();
        return SqlFragment.of("(").then(SqlFragment.join(parts, word)).then(")");
    }

    private SqlFragment compared(Expression.Comparison comparison) {
        String operator = switch (comparison.order()) {
            case NOT_EQUAL -> "<>";
            case EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> comparison.order().symbol();
        };
        return scalar(comparison.field())
                .then(" " + operator + " ")
                .then(param(literal(comparison.field(), comparison.value())));
    }

    private SqlFragment oneOf(Expression.OneOf oneOf) {
        List<Object> values = new ArrayList<>();
        oneOf.values().forEach(v -> values.add(literal(oneOf.field(), v)));
        return scalar(oneOf.field()).then(in(values));
    }

    private SqlFragment matches(Expression.Matches matches) {
        String where = switch (matches.part()) {
            case START -> ") = 1";
            case ANYWHERE -> ") > 0";
        };
        return SqlFragment.of("POSITION(")
                .then(param(matches.text()))
                .then(" IN ")
                .then(scalar(matches.field()))
                .then(where);
    }

    private SqlFragment knowledge(Expression.Knowledge knowledge) {
        return switch (columns.column(knowledge.field(), asOf)) {
            case FieldColumn.Scalar(var expression) -> expression.then(knowledge.known() ? " IS NOT NULL" : " IS NULL");
            case FieldColumn.Members members -> {
                SqlFragment named = SqlFragment.of("COALESCE(" + String.join(", ", members.names()) + ") IS NOT NULL");
                yield SqlFragment.of(knowledge.known() ? "" : "NOT ").then(exists(members, named));
            }
        };
    }

    private SqlFragment has(Expression.Has has) {
        if (!(columns.column(has.field(), asOf) instanceof FieldColumn.Members members)) {
            throw new IllegalStateException(has.field().name() + " is a set and has a column of members");
        }
        return switch (has.quantifier()) {
            case ANY -> exists(members, named(members, has.members()));
            case ALL -> {
                List<SqlFragment> each = has.members().stream()
                        .map(m -> exists(members, named(members, List.of(m))))
                        .toList();
                yield SqlFragment.of("(").then(SqlFragment.join(each, " AND ")).then(")");
            }
        };
    }

    private static SqlFragment named(FieldColumn.Members members, List<String> wanted) {
        List<SqlFragment> each = members.names().stream()
                .map(name -> SqlFragment.of(name).then(in(List.copyOf(wanted))))
                .toList();
        return SqlFragment.join(each, " OR ");
    }

    private static SqlFragment exists(FieldColumn.Members members, SqlFragment condition) {
        return SqlFragment.of("EXISTS (")
                .then(members.rows())
                .then(" AND (")
                .then(condition)
                .then("))");
    }

    private SqlFragment scalar(Field field) {
        if (columns.column(field, asOf) instanceof FieldColumn.Scalar(var expression)) {
            return expression;
        }
        throw new IllegalStateException(field.name() + " has one value and a scalar column");
    }

    private Object literal(Field field, Literal literal) {
        return switch (literal) {
            case Literal.Text(var text) -> text;
            case Literal.Amount(var value) -> number(field, value);
            case Literal.Time time -> time.at(asOf).atOffset(ZoneOffset.UTC);
        };
    }

    // a bigint column is compared with a bigint where it can be, so that its index is of use
    private static Object number(Field field, BigDecimal value) {
        if (field.type() == FieldType.NUMBER) {
            return value.doubleValue();
        }
        return value.scale() == 0 ? (Object) value.longValueExact() : value;
    }

    private static SqlFragment in(List<?> values) {
        List<SqlFragment> each = values.stream().map(AudienceSql::param).toList();
        return SqlFragment.of(" IN (").then(SqlFragment.join(each, ", ")).then(")");
    }

    private static SqlFragment param(Object value) {
        return new SqlFragment("?", List.of(value));
    }
}
