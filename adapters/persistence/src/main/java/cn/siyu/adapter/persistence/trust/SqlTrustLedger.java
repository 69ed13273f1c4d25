package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.TrustProjection;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.CarryEdge;
import cn.siyu.domain.trust.evidence.DayKey;
import cn.siyu.domain.trust.evidence.Posting;
import cn.siyu.domain.trust.evidence.TrustSubject;
import cn.siyu.domain.trust.policy.CarryShare;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlTrustLedger implements TrustLedger {
    private static final Additions CARRIES = new Additions("""
            INSERT INTO carry_edge (brand, id, from_relationship, to_relationship, carried_at,
              positive_share, negative_share)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", "id");

    private final Sql sql;
    private final TrustSums sums;

    SqlTrustLedger(Sql sql, TrustSums sums) {
        this.sql = sql;
        this.sums = sums;
    }

    @Override
    public void lock(BrandId brand, Collection<CustomerId> customers) {
        sql.lock(brand, "customer_state", "customer", customers);
    }

    @Override
    public List<Followed> relationshipsOf(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(
                Wanted.numbers(customers),
                "r.customer",
                """
                SELECT * FROM (
                  SELECT r.id, r.customer, r.ended_at, a.channel FROM relationship r %s
                  JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
                  WHERE r.brand = ?) found ORDER BY id""",
                row -> new Followed(
                        new RelationshipId(row.number("id")),
                        new CustomerId(row.number("customer")),
                        row.text("channel"),
                        row.instantOrNull("ended_at") == null),
                brand);
    }

    @Override
    public List<CarryEdge> carriesOf(BrandId brand, Collection<CustomerId> customers) {
        return sql.wanted(Wanted.numbers(customers), "r.customer", """
                SELECT * FROM (
                  SELECT e.id, e.from_relationship, e.to_relationship, e.carried_at, e.positive_share, e.negative_share
                  FROM relationship r %s
                  JOIN carry_edge e ON e.brand = r.brand AND e.from_relationship = r.id
                  WHERE r.brand = ?) found ORDER BY id""", SqlTrustLedger::edge, brand);
    }

    private static CarryEdge edge(Row row) throws SQLException {
        return new CarryEdge(
                new RelationshipId(row.number("from_relationship")),
                new RelationshipId(row.number("to_relationship")),
                row.instant("carried_at"),
                new CarryShare(row.real("positive_share"), row.real("negative_share")));
    }

    @Override
    public boolean add(BrandId brand, long id, CarryEdge edge) {
        return sql.update(
                        """
                        INSERT INTO carry_edge (brand, id, from_relationship, to_relationship, carried_at,
                          positive_share, negative_share)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        brand,
                        id,
                        edge.from(),
                        edge.to(),
                        edge.at(),
                        edge.share().positive(),
                        edge.share().negative())
                > 0;
    }

    @Override
    public Set<Long> addAll(BrandId brand, Map<Long, CarryEdge> edges) {
        var rows = new ArrayList<@Nullable Object[]>();
        edges.forEach((id, edge) -> rows.add(new @Nullable Object[] {
            brand,
            id,
            edge.from(),
            edge.to(),
            edge.at(),
            edge.share().positive(),
            edge.share().negative()
        }));
        boolean[] isNew = sql.add(CARRIES, rows);
        var added = new HashSet<Long>();
        int at = 0;
        for (long id : edges.keySet()) {
            if (isNew[at++]) {
                added.add(id);
            }
        }
        return added;
    }

    @Override
    public Map<DayKey, Double> days(BrandId brand, Collection<DayKey> days) {
        return sums.days(brand, days);
    }

    @Override
    public Map<TrustSubject, Accumulators> accumulators(BrandId brand, Collection<TrustSubject> subjects) {
        return sums.accumulators(brand, subjects);
    }

    @Override
    public void apply(BrandId brand, Posting posting) {
        sums.apply(brand, posting);
    }

    @Override
    public void project(BrandId brand, List<OfCustomer> customers, List<OfRelationship> relationships) {
        var ofCustomers = new ArrayList<@Nullable Object[]>();
        for (OfCustomer one : customers) {
            var best = one.best();
            ofCustomers.add(new @Nullable Object[] {
                best == null ? null : best.trust(),
                one.brandScore(),
                best == null ? null : best.social(),
                one.confidence(),
                one.asOf(),
                one.policyEdition(),
                brand,
                one.customer()
            });
        }
        sql.change("""
                UPDATE customer_state SET trust = ?, trust_brand = ?, trust_social = ?, confidence = ?,
                  trust_as_of = ?, trust_edition = ?
                WHERE brand = ? AND customer = ?""", ofCustomers);
        var ofRelationships = new ArrayList<@Nullable Object[]>();
        for (OfRelationship one : relationships) {
            TrustProjection read = one.projection();
            ofRelationships.add(
                    new @Nullable Object[] {read.trust(), read.social(), read.asOf(), brand, one.relationship()});
        }
        sql.change("""
                UPDATE relationship SET trust = ?, trust_social = ?, trust_as_of = ?
                WHERE brand = ? AND id = ?""", ofRelationships);
    }

    @Override
    public List<CustomerId> projectedBefore(BrandId brand, Instant moment, int atMost) {
        return sql.list("""
                SELECT customer FROM customer_state WHERE brand = ? AND trust_as_of < ?
                ORDER BY brand, trust_as_of, customer FETCH FIRST ? ROWS ONLY""", row -> new CustomerId(row.number("customer")), brand, moment, atMost);
    }

    @Override
    public Optional<Instant> oldestProjection(BrandId brand) {
        return sql.first("""
                SELECT trust_as_of FROM customer_state WHERE brand = ?
                ORDER BY brand, trust_as_of, customer FETCH FIRST 1 ROWS ONLY""", row -> row.instant("trust_as_of"), brand);
    }
}
