package cn.siyu.adapter.persistence.customer;

import cn.siyu.adapter.persistence.Additions;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.customer.port.IdentityGraph;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.identity.IdentityPair;
import cn.siyu.domain.customer.identity.Neighbourhood;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlIdentityGraph implements IdentityGraph {
    private static final String DECISIONS = """
            SELECT x.id, x.public_id, x.low, x.high, x.verdict, x.note, x.decided_by, x.decided_at, x.taken_back_at
            FROM identity_decision""";
    private static final String REVOCATIONS = """
            SELECT x.id, x.public_id, x.low, x.high, x.reason, x.revoked_by, x.revoked_at
            FROM identity_revocation""";
    static final String CONFLICTS =
            "SELECT x.id, x.public_id, x.low, x.high, x.reason, x.source, x.noted_at FROM identity_conflict";
    private static final Additions ADD_EDGE = new Additions("""
            INSERT INTO identity_edge (brand, low, high, source, asserted_at, revoked)
            VALUES (?, ?, ?, ?, ?, FALSE) ON CONFLICT DO NOTHING""", "low", "high");

    private final Sql sql;
    private final Neighbourhoods hoods;
    private final SettlementRows settlement;

    SqlIdentityGraph(Sql sql, Neighbourhoods hoods, SettlementRows settlement) {
        this.sql = sql;
        this.hoods = hoods;
        this.settlement = settlement;
    }

    private record EdgeKey(IdentityPair pair, IdentitySource source) {}

    /// Most are new, so they are written at once, and only of those that were there it is asked
    /// whether they were said earlier than known. In order of their numbers, so that two who say
    /// the same don't wait for each other in a circle.
    @Override
    public List<IdentityEdge> add(BrandId brand, Collection<IdentityEdge> edges) {
        var once = new LinkedHashMap<EdgeKey, IdentityEdge>();
        edges.stream()
                .sorted(Comparator.comparing(IdentityEdge::pair).thenComparing(IdentityEdge::assertedAt))
                .forEach(edge -> once.putIfAbsent(new EdgeKey(edge.pair(), edge.source()), edge));
        var all = List.copyOf(once.values());
        boolean[] added = sql.add(
                ADD_EDGE,
                all.stream()
                        .map(edge -> new @Nullable Object[] {
                            brand, edge.pair().low(), edge.pair().high(), edge.source(), edge.assertedAt()
                        })
                        .toList());
        // several sources of one pair can't be told apart by what was added, so they are asked for too
        var sources = all.stream().collect(Collectors.groupingBy(IdentityEdge::pair, Collectors.counting()));
        var news = new LinkedHashSet<IdentityEdge>();
        var asked = new ArrayList<IdentityEdge>();
        for (int i = 0; i < added.length; i++) {
            var edge = all.get(i);
            if (added[i]) {
                news.add(edge);
            }
            if (!added[i] || sources.getOrDefault(edge.pair(), 0L) > 1) {
                asked.add(edge);
            }
        }
        news.addAll(earlier(brand, asked));
        return List.copyOf(news);
    }

    /// Those that were said earlier than was known.
    private List<IdentityEdge> earlier(BrandId brand, List<IdentityEdge> edges) {
        boolean[] changed = sql.change(
                """
                UPDATE identity_edge SET asserted_at = ?
                WHERE brand = ? AND low = ? AND high = ? AND source = ? AND asserted_at > ?""",
                edges.stream()
                        .map(edge -> new @Nullable Object[] {
                            edge.assertedAt(),
                            brand,
                            edge.pair().low(),
                            edge.pair().high(),
                            edge.source(),
                            edge.assertedAt()
                        })
                        .toList());
        return IntStream.range(0, changed.length)
                .filter(i -> changed[i])
                .mapToObj(edges::get)
                .toList();
    }

    @Override
    public List<RevocationEntry> revoke(BrandId brand, Collection<RevocationEntry> revocations) {
        var all = List.copyOf(revocations);
        boolean[] revoked = sql.change(
                "UPDATE identity_edge SET revoked = TRUE WHERE brand = ? AND low = ? AND high = ? AND revoked = FALSE",
                all.stream()
                        .map(one -> new @Nullable Object[] {
                            brand, one.pair().low(), one.pair().high()
                        })
                        .toList());
        var kept = IntStream.range(0, revoked.length)
                .filter(i -> revoked[i])
                .mapToObj(all::get)
                .toList();
        sql.batch(
                """
                INSERT INTO identity_revocation (brand, id, public_id, low, high, reason, revoked_by, revoked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                kept.stream()
                        .map(one -> new @Nullable Object[] {
                            brand,
                            one.id(),
                            one.publicId(),
                            one.pair().low(),
                            one.pair().high(),
                            one.reason(),
                            one.by(),
                            one.at()
                        })
                        .toList());
        var ends = kept.stream()
                .flatMap(one -> Stream.of(one.pair().low(), one.pair().high()))
                .collect(Collectors.toSet());
        wake(brand, idle(brand, ends).keySet());
        return kept;
    }

    @Override
    public List<RevocationEntry> revocations(BrandId brand, Sight sight, long after, int atMost) {
        return seen(REVOCATIONS, "", SqlIdentityGraph::revocation, brand, sight, after, atMost);
    }

    private static RevocationEntry revocation(Row row) throws SQLException {
        return new RevocationEntry(
                row.number("id"),
                row.publicId("public_id"),
                pair(row),
                row.text("reason"),
                row.publicIdOrNull("revoked_by"),
                row.instant("revoked_at"));
    }

    @Override
    public Map<IdentityId, Integer> idle(BrandId brand, Collection<IdentityId> among) {
        return sql
                .wanted(
                        Wanted.numbers(among),
                        "id",
                        "SELECT id, idle_above FROM identity %s WHERE brand = ? AND idle_above IS NOT NULL",
                        row -> Map.entry(new IdentityId(row.number("id")), row.integer("idle_above")),
                        brand)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// One component too large is no mistake: it is parted when it is settled.
    @Override
    public void wake(BrandId brand, Collection<IdentityId> identities) {
        if (identities.isEmpty()) {
            return;
        }
        sql.change(
                "UPDATE identity SET idle_above = NULL WHERE brand = ? AND id = ?",
                identities.stream()
                        .distinct()
                        .map(one -> new @Nullable Object[] {brand, one})
                        .toList());
        var members = hoods.members(brand, hoods.joinedWith(brand, identities)).values();
        long component = members.stream()
                .mapToLong(Neighbourhoods.Member::component)
                .min()
                .orElseThrow();
        sql.lock(
                brand,
                "customer",
                "id",
                members.stream().map(Neighbourhoods.Member::birth).toList());
        sql.change(
                "UPDATE customer SET component = ? WHERE brand = ? AND id = ?",
                members.stream()
                        .map(member -> new @Nullable Object[] {component, brand, member.birth()})
                        .toList());
    }

    @Override
    public Neighbourhood lock(BrandId brand, Collection<IdentityId> around) {
        return hoods.lock(brand, around);
    }

    @Override
    public Neighbourhood around(BrandId brand, Collection<IdentityId> around) {
        return hoods.around(brand, around);
    }

    @Override
    public Neighbourhood awake(BrandId brand, Collection<IdentityId> around) {
        return hoods.awake(brand, around, idle(brand, around).keySet());
    }

    static IdentityPair pair(Row row) throws SQLException {
        return new IdentityPair(new IdentityId(row.number("low")), new IdentityId(row.number("high")));
    }

    static IdentityConflict conflict(Row row) throws SQLException {
        String source = row.textOrNull("source");
        return new IdentityConflict(
                row.number("id"),
                row.publicId("public_id"),
                pair(row),
                row.constant("reason", IdentityConflict.Reason.class),
                source == null ? null : IdentitySource.valueOf(source),
                row.instant("noted_at"));
    }

    @Override
    public void keep(BrandId brand, Changes changes) {
        settlement.write(brand, changes);
    }

    @Override
    public void decide(BrandId brand, List<DecisionEntry> decisions) {
        sql.batch(
                """
                INSERT INTO identity_decision (brand, id, public_id, low, high, verdict, note, decided_by, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                decisions.stream()
                        .map(entry -> new @Nullable Object[] {
                            brand,
                            entry.id(),
                            entry.publicId(),
                            entry.decision().pair().low(),
                            entry.decision().pair().high(),
                            entry.decision().verdict(),
                            entry.note(),
                            entry.by(),
                            entry.at()
                        })
                        .toList());
    }

    @Override
    public void takeBack(BrandId brand, Collection<PublicId> decisions, Instant at) {
        sql.batch(
                "UPDATE identity_decision SET taken_back_at = ? WHERE brand = ? AND public_id = ? AND taken_back_at IS NULL",
                decisions.stream()
                        .map(decision -> new @Nullable Object[] {at, brand, decision})
                        .toList());
    }

    @Override
    public List<DecisionEntry> decisionsOn(BrandId brand, Collection<IdentityPair> pairs) {
        return sql
                .wanted(
                        Wanted.numbers(pairs.stream().map(IdentityPair::low).toList()),
                        "low",
                        DECISIONS + " x %s WHERE brand = ? AND taken_back_at IS NULL ORDER BY id",
                        SqlIdentityGraph::decision,
                        brand)
                .stream()
                .filter(entry -> pairs.contains(entry.decision().pair()))
                .toList();
    }

    @Override
    public Optional<DecisionEntry> decision(BrandId brand, PublicId id) {
        return sql.first(DECISIONS + " x WHERE brand = ? AND public_id = ?", SqlIdentityGraph::decision, brand, id);
    }

    @Override
    public List<DecisionEntry> decisions(BrandId brand, Sight sight, long after, int atMost) {
        return seen(DECISIONS, "", SqlIdentityGraph::decision, brand, sight, after, atMost);
    }

    private <T> List<T> seen(
            String select,
            String condition,
            Sql.RowReader<T> reader,
            BrandId brand,
            Sight sight,
            long after,
            int atMost) {
        var seen = Seen.by(sight);
        return sql.list(
                select + " x" + both(seen) + " WHERE x.brand = ? AND x.id > ?" + condition
                        + (seen.everything()
                                ? ""
                                : seen.customer("lo.brand", "lo.customer") + seen.customer("hi.brand", "hi.customer"))
                        + " ORDER BY x.id FETCH FIRST ? ROWS ONLY",
                reader,
                brand,
                after,
                seen.parameters(),
                seen.parameters(),
                atMost);
    }

    private static String both(Seen seen) {
        return seen.everything()
                ? ""
                : " JOIN identity lo ON lo.brand = x.brand AND lo.id = x.low"
                        + " JOIN identity hi ON hi.brand = x.brand AND hi.id = x.high";
    }

    private static DecisionEntry decision(Row row) throws SQLException {
        return new DecisionEntry(
                row.number("id"),
                row.publicId("public_id"),
                new IdentityDecision(pair(row), row.constant("verdict", IdentityDecision.Verdict.class)),
                row.textOrNull("note"),
                row.publicIdOrNull("decided_by"),
                row.instant("decided_at"),
                row.instantOrNull("taken_back_at"));
    }

    @Override
    public List<IdentityConflict> conflicts(BrandId brand, Sight sight, long after, int atMost) {
        return seen(CONFLICTS, " AND x.settled_at IS NULL", SqlIdentityGraph::conflict, brand, sight, after, atMost);
    }

    @Override
    public Optional<IdentityConflict> conflict(BrandId brand, PublicId id) {
        return sql.first(
                CONFLICTS + " x WHERE brand = ? AND public_id = ? AND settled_at IS NULL",
                SqlIdentityGraph::conflict,
                brand,
                id);
    }
}
