package cn.siyu.adapter.persistence.trust;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.trust.port.TrustComparisons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.trust.compare.Sample;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

@Singleton
final class SqlTrustComparisons implements TrustComparisons {
    private static final String FROM = """
             FROM relationship r
            JOIN channel_account a ON a.brand = r.brand AND a.id = r.account
            JOIN customer b ON b.brand = r.brand AND b.id = r.customer
            JOIN customer_state s ON s.brand = b.brand AND s.customer = b.person
            """;

    private static final String SUMS = """
             COUNT(*) AS n, SUM(r.trust) AS t, SUM(r.trust * r.trust) AS tt, SUM(r.trust_social) AS o,
              SUM(r.trust_social * r.trust_social) AS oo, SUM(s.trust_brand) AS d,
              SUM(s.trust_brand * s.trust_brand) AS dd""";

    private final Sql sql;

    SqlTrustComparisons(Sql sql) {
        this.sql = sql;
    }

    /// What a group is keyed by.
    ///
    /// @param columns `id`, `code`, `name` and `hook`
    /// @param join where they come from
    private record Key(String columns, String join, String grouped) {}

    private static Key key(By by) {
        return switch (by) {
            case STAFF ->
                new Key(
                        "h.public_id AS id, CAST(NULL AS varchar) AS code, h.name AS name, CAST(NULL AS varchar) AS hook",
                        "JOIN staff h ON h.brand = a.brand AND h.id = a.staff",
                        "h.public_id, h.name");
            case STORE ->
                new Key(
                        "h.public_id AS id, CAST(NULL AS varchar) AS code, h.name AS name, CAST(NULL AS varchar) AS hook",
                        "JOIN department h ON h.brand = a.brand AND h.id = a.department",
                        "h.public_id, h.name");
            case CHANNEL ->
                new Key(
                        "CAST(NULL AS uuid) AS id, a.channel AS code, a.channel AS name, CAST(NULL AS varchar) AS hook",
                        "",
                        "a.channel");
            case SOURCE ->
                new Key(
                        "h.public_id AS id, CASE WHEN h.id IS NULL THEN r.source END AS code,"
                                + " COALESCE(h.name, r.source) AS name, h.hook AS hook",
                        "LEFT JOIN contact_way h ON h.brand = r.brand AND h.id = r.contact_way",
                        "h.public_id, CASE WHEN h.id IS NULL THEN r.source END, COALESCE(h.name, r.source), h.hook");
        };
    }

    @Override
    public List<Group> groups(BrandId brand, Sight sight, By by, String policyEdition) {
        var seen = Seen.by(sight);
        var key = key(by);
        return sql.list(
                "SELECT " + key.columns() + "," + SUMS + FROM + key.join()
                        + " WHERE r.brand = ? AND r.ended_at IS NULL AND s.trust_edition = ?" + seen.account("a")
                        + " GROUP BY " + key.grouped() + " ORDER BY 3, 1, 2",
                SqlTrustComparisons::group,
                brand,
                policyEdition,
                seen.parameters());
    }

    private static Group group(Row row) throws SQLException {
        long count = row.number("n");
        return new Group(
                row.publicIdOrNull("id"),
                row.textOrNull("code"),
                row.textOrNull("name"),
                row.textOrNull("hook"),
                new Sample(count, row.real("t"), row.real("tt")),
                new Sample(count, row.real("o"), row.real("oo")),
                new Sample(count, row.real("d"), row.real("dd")));
    }

    @Override
    public long otherwiseRead(BrandId brand, Sight sight, String policyEdition) {
        var seen = Seen.by(sight);
        return sql.first(
                        "SELECT COUNT(*) AS n" + FROM
                                + " WHERE r.brand = ? AND r.ended_at IS NULL AND s.trust_edition <> ?"
                                + seen.account("a"),
                        row -> row.number("n"),
                        brand,
                        policyEdition,
                        seen.parameters())
                .orElse(0L);
    }
}
