package cn.siyu.adapter.persistence.insight;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Seen;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One pass over the relationships of the period; as many rows come back as groups have different
/// days.
@Singleton
final class SqlRetentions implements Retentions {
    private final Sql sql;

    SqlRetentions(Sql sql) {
        this.sql = sql;
    }

    /// What a group is keyed by.
    ///
    /// @param columns `id`, `code` and `name`
    /// @param join where they come from
    private record Key(String columns, String join) {}

    private static Key key(By by, ZoneId zone) {
        return switch (by) {
            case MONTH -> {
                String local = "x.added_at AT TIME ZONE '" + zone.getId() + "'";
                String month =
                        "CAST(EXTRACT(YEAR FROM " + local + ") * 100 + EXTRACT(MONTH FROM " + local + ") AS int)";
                yield new Key(
                        "CAST(NULL AS uuid) AS id, CAST(" + month
                                + " AS varchar) AS code, CAST(NULL AS varchar) AS name",
                        "");
            }
            case STAFF ->
                new Key(
                        "h.public_id AS id, CAST(NULL AS varchar) AS code, h.name AS name",
                        "JOIN staff h ON h.brand = a.brand AND h.id = a.staff");
            case STORE ->
                new Key(
                        "h.public_id AS id, CAST(NULL AS varchar) AS code, h.name AS name",
                        "JOIN department h ON h.brand = a.brand AND h.id = a.department");
            case CHANNEL -> new Key("CAST(NULL AS uuid) AS id, a.channel AS code, a.channel AS name", "");
            case SOURCE ->
                new Key(
                        "h.public_id AS id, CASE WHEN h.id IS NULL THEN x.source END AS code,"
                                + " COALESCE(h.name, x.source) AS name",
                        "LEFT JOIN contact_way h ON h.brand = x.brand AND h.id = x.contact_way");
        };
    }

    @Override
    public List<Retentions.Counted> lives(
            BrandId brand, Sight sight, By by, ZoneId zone, Instant from, Instant until, Instant now, int atMost) {
        var seen = Seen.by(sight);
        var key = key(by, zone);
        String each = "SELECT " + key.columns() + ", CASE WHEN x.ended_by IN ('CUSTOMER', 'STAFF', 'UNKNOWN') THEN 1"
                + " ELSE 0 END AS gone, LEAST(" + LONGEST
                + ", GREATEST(0, CAST(FLOOR(EXTRACT(EPOCH FROM (COALESCE(x.ended_at,"
                + " CAST(? AS timestamp with time zone)) - x.added_at)) / 86400) AS int))) AS days"
                + " FROM relationship x JOIN channel_account a ON a.brand = x.brand AND a.id = x.account "
                + key.join() + " WHERE x.brand = ? AND x.added_at >= ? AND x.added_at < ?" + seen.account("a");
        return sql.list(
                "SELECT c.id, c.code, c.name, c.days, c.lost, c.unseen,"
                        + " SUM(c.lost + c.unseen) OVER (PARTITION BY c.id, c.code) AS size FROM (SELECT l.id, l.code,"
                        + " l.name, l.days, SUM(l.gone) AS lost, SUM(1 - l.gone) AS unseen FROM (" + each
                        + ") l GROUP BY l.id, l.code, l.name, l.days) c"
                        + " ORDER BY size DESC, c.code, c.name, c.id, c.days FETCH FIRST ? ROWS ONLY",
                row -> row(row, by),
                now,
                brand,
                from,
                until,
                seen.parameters(),
                atMost);
    }

    private static Retentions.Counted row(Row row, By by) throws SQLException {
        String code = row.textOrNull("code");
        String told = by == By.MONTH && code != null ? code.substring(0, 4) + "-" + code.substring(4) : code;
        return new Retentions.Counted(
                new Group(row.publicIdOrNull("id"), told, by == By.MONTH ? told : row.textOrNull("name")),
                row.integer("days"),
                row.number("lost"),
                row.number("unseen"));
    }
}
