package cn.siyu.adapter.persistence.audience;

import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.CustomerFacts;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.audience.Field;
import cn.siyu.domain.audience.FieldType;
import cn.siyu.domain.audience.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Customer facts in two tables made for the purpose: a column for each field with one value, rows
/// for the sets.
record FactsTable(Connection connection) {
    private static final List<Field> SCALARS = CustomerField.catalogue().fields().stream()
            .filter(f -> f.type() != FieldType.SET_OF_TEXT)
            .toList();

    FactsTable create() throws SQLException {
        String columns = SCALARS.stream().map(f -> name(f) + " " + type(f)).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE facts (id integer PRIMARY KEY, " + columns + ")");
            statement.execute(
                    "CREATE TABLE member (id integer NOT NULL, field varchar(64) NOT NULL, name varchar(64), alias varchar(64))");
            statement.execute("CREATE INDEX member_of ON member (id, field)");
        }
        return this;
    }

    void fill(List<CustomerFacts> customers) throws SQLException {
        String marks = SCALARS.stream().map(_ -> ", ?").collect(Collectors.joining());
        try (var row = connection.prepareStatement("INSERT INTO facts VALUES (?" + marks + ")");
                var member = connection.prepareStatement("INSERT INTO member VALUES (?, ?, ?, ?)")) {
            for (int id = 0; id < customers.size(); id++) {
                CustomerFacts facts = customers.get(id);
                row.setInt(1, id);
                for (int i = 0; i < SCALARS.size(); i++) {
                    row.setObject(i + 2, plain(facts.value(SCALARS.get(i))));
                }
                row.addBatch();
                members(member, id, facts);
            }
            row.executeBatch();
            member.executeBatch();
        }
    }

    // each member is put under one of two names, to have both kinds
    private static void members(PreparedStatement member, int id, CustomerFacts facts) throws SQLException {
        for (Field field : CustomerField.catalogue().fields()) {
            if (facts.value(field) instanceof Value.Texts(var texts)) {
                int n = id;
                for (String text : texts) {
                    member.setInt(1, id);
                    member.setString(2, field.name());
                    member.setString(3, n % 2 == 0 ? text : null);
                    member.setString(4, n++ % 2 == 0 ? null : text);
                    member.addBatch();
                }
            }
        }
    }

    Set<Integer> select(Expression expression, AsOf asOf) throws SQLException {
        SqlFragment where = AudienceSql.translate(expression, FactsTable::column, asOf);
        try (var query = connection.prepareStatement("SELECT f.id FROM facts f WHERE " + where.text())) {
            for (int i = 0; i < where.params().size(); i++) {
                query.setObject(i + 1, where.params().get(i));
            }
            Set<Integer> ids = new TreeSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    static Set<Integer> inMemory(List<CustomerFacts> customers, java.util.function.Predicate<CustomerFacts> matches) {
        return IntStream.range(0, customers.size())
                .filter(i -> matches.test(customers.get(i)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FieldColumn column(Field field, AsOf asOf) {
        return field.type() == FieldType.SET_OF_TEXT
                ? new FieldColumn.Members(
                        new SqlFragment(
                                "SELECT 1 FROM member m WHERE m.id = f.id AND m.field = ?", List.of(field.name())),
                        List.of("m.name", "m.alias"))
                : new FieldColumn.Scalar(SqlFragment.of("f." + name(field)));
    }

    private static String name(Field field) {
        return field.name().replace('.', '_');
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case TEXT, ENUM -> "varchar(64)";
            case WHOLE_NUMBER -> "bigint";
            case NUMBER -> "double precision";
            case BOOLEAN -> "boolean";
            case INSTANT -> "timestamp with time zone";
            case SET_OF_TEXT -> throw new IllegalArgumentException(field.name());
        };
    }

    private static @Nullable Object plain(@Nullable Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Whole(var whole) -> whole;
            case Value.Real(var real) -> real;
            case Value.Bool(var truth) -> truth;
            case Value.Moment(var instant) -> instant.atOffset(ZoneOffset.UTC);
            case Value.Texts(var members) -> throw new IllegalArgumentException(members.toString());
            case null -> null;
        };
    }
}
