package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.People;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlEnrolments implements Enrolments {
    private static final String SELECT = "SELECT " + EnrolmentRow.COLUMNS + " FROM enrolment e ";

    private static final String OF_CUSTOMERS = "SELECT " + EnrolmentRow.COLUMNS + " FROM " + Numbers.WANTED
            + " JOIN enrolment e ON e.brand = ? AND e.customer = wanted.n ";

    /// In the order of the index, all of whose columns H2 wants to see before it uses it for the
    /// order.
    private static final String DUE = SELECT + """
            WHERE e.brand = ? AND e.state = 'ACTIVE' AND e.due_at <= ?
            ORDER BY e.brand, e.state, e.due_at, e.id FETCH FIRST ? ROWS ONLY""";

    private final Sql sql;
    private final People people;

    SqlEnrolments(Sql sql, People people) {
        this.people = people;
        this.sql = sql;
    }

    @Override
    public Set<EnrolmentId> add(BrandId brand, List<Enrolment> all) {
        var enrolments = withoutTwins(brand, all);
        List<@Nullable Object[]> rows = new ArrayList<>(enrolments.size());
        enrolments.forEach(each -> rows.add(EnrolmentRow.inserted(brand, each)));
        boolean[] rowsAdded = sql.add(EnrolmentRow.ADD, rows);
        Set<EnrolmentId> added = new HashSet<>();
        for (int i = 0; i < rowsAdded.length; i++) {
            if (rowsAdded[i]) {
                added.add(enrolments.get(i).id());
            }
        }
        return added;
    }

    private record Place(SopId sop, CustomerId customer) {}

    /// Without those whose person is in the SOP as another birth customer.
    private List<Enrolment> withoutTwins(BrandId brand, List<Enrolment> all) {
        var births =
                people.withBirths(brand, all.stream().map(Enrolment::customer).collect(Collectors.toSet()));
        if (births.plain()) {
            return all;
        }
        var taken = new HashSet<Place>();
        sql.list(OF_CUSTOMERS + "WHERE e.open_key = 0", EnrolmentRow::read, births.numbers(), brand)
                .forEach(one -> births.asked(one.customer().value())
                        .forEach(customer -> taken.add(new Place(one.sop(), customer))));
        return all.stream()
                .filter(one -> !taken.contains(new Place(one.sop(), one.customer())))
                .toList();
    }

    /// On PostgreSQL rows that somebody else has taken are passed over. H2 has one process, where
    /// each brand's work is done by one thread; should two meet all the same, the epoch lets the
    /// second one fail as a whole.
    @Override
    public List<Enrolment> takeDue(BrandId brand, Instant now, int atMost) {
        return sql.list(
                sql.onPostgresql() ? DUE + " FOR UPDATE SKIP LOCKED" : DUE, EnrolmentRow::read, brand, now, atMost);
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM enrolment WHERE brand = ? AND state = 'ACTIVE'
                ORDER BY brand, state, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public void replace(BrandId brand, List<Enrolment> enrolments) {
        List<@Nullable Object[]> rows = new ArrayList<>(enrolments.size());
        enrolments.forEach(each -> rows.add(EnrolmentRow.updated(brand, each)));
        boolean[] changed = sql.change(EnrolmentRow.UPDATE, rows);
        for (int i = 0; i < changed.length; i++) {
            if (!changed[i]) {
                throw new StaleAggregate("enrolment", enrolments.get(i).id().value());
            }
        }
    }

    @Override
    public void park(BrandId brand, Collection<EnrolmentId> ids) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        ids.forEach(id -> rows.add(new @Nullable Object[] {brand, id.value()}));
        sql.batch("UPDATE enrolment SET state = 'PAUSED' WHERE brand = ? AND id = ? AND state = 'ACTIVE'", rows);
    }

    @Override
    public void unpark(BrandId brand, SopId sop) {
        sql.update(
                "UPDATE enrolment SET state = 'ACTIVE' WHERE brand = ? AND state = 'PAUSED' AND sop = ?",
                brand,
                sop.value());
    }

    @Override
    public List<Enrolment> running(BrandId brand, Collection<CustomerId> customers) {
        return sql.list(
                OF_CUSTOMERS + "WHERE e.open_key = 0 ORDER BY e.id" + forUpdate(),
                EnrolmentRow::read,
                people.withBirths(brand, customers).numbers(),
                brand);
    }

    @Override
    public List<Enrolment> withoutGoal(BrandId brand, Collection<CustomerId> customers, Instant enrolledSince) {
        return sql.list(
                OF_CUSTOMERS + "WHERE e.goal_at IS NULL AND (e.open_key = 0 OR e.enrolled_at >= ?) ORDER BY e.id"
                        + forUpdate(),
                EnrolmentRow::read,
                people.withBirths(brand, customers).numbers(),
                brand,
                enrolledSince);
    }

    /// PostgreSQL has to be told not to lock the wanted numbers; H2 knows no other words.
    private String forUpdate() {
        return sql.onPostgresql() ? " FOR UPDATE OF e" : " FOR UPDATE";
    }

    @Override
    public Map<SopId, Instant> lastEnrolled(BrandId brand, CustomerId customer) {
        return sql
                .wanted(
                        people.births(brand, customer).wanted(),
                        "customer",
                        "SELECT sop, MAX(enrolled_at) AS last_at FROM enrolment %s WHERE brand = ? GROUP BY sop",
                        row -> Map.entry(new SopId(row.number("sop")), row.instant("last_at")),
                        brand)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Enrolment> byPublicId(BrandId brand, PublicId id) {
        return sql.first(SELECT + "WHERE e.brand = ? AND e.public_id = ?", EnrolmentRow::read, brand, id);
    }

    @Override
    public List<Enrolment> page(BrandId brand, Filter filter, long after, int atMost) {
        var where = new StringBuilder("WHERE e.brand = ? AND e.id > ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(brand);
        parameters.add(after);
        var sop = filter.sop();
        if (sop != null) {
            where.append(" AND e.sop = ?");
            parameters.add(sop.value());
        }
        var customer = filter.customer();
        if (customer != null) {
            var births = people.births(brand, customer);
            where.append(" AND ").append(births.condition("e.customer"));
            parameters.addAll(List.of(births.numbers()));
        }
        var state = filter.state();
        if (state != null) {
            where.append(state.equals("ACTIVE") ? " AND e.open_key = 0" : " AND e.state = ?");
            if (!state.equals("ACTIVE")) {
                parameters.add(state);
            }
        }
        var seen = Seen.by(filter.sight());
        where.append(seen.customer("e.brand", "e.customer"));
        parameters.addAll(seen.parameters());
        where.append(seen.within("e.brand", "e.relationship"));
        parameters.addAll(seen.parameters());
        parameters.add(atMost);
        return sql.list(
                SELECT + where + " ORDER BY e.id FETCH FIRST ? ROWS ONLY", EnrolmentRow::read, parameters.toArray());
    }
}
