package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Kept in memory for a second: every decision asks, and another node's change must be seen soon.
@Singleton
final class SqlPolicyOverrides implements PolicyOverrides {
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Sql sql;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(BrandId brand, PolicyLine line) {}

    private record Kept(List<PolicyOverride> settings, long readAt) {}

    SqlPolicyOverrides(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<PolicyOverride> all(BrandId brand, PolicyLine line) {
        var key = new Key(brand, line);
        var known = kept.get(key);
        if (known != null && System.nanoTime() - known.readAt() < KEPT_NANOS) {
            return known.settings();
        }
        var read = read(brand, line);
        kept.put(key, new Kept(read, System.nanoTime()));
        return read;
    }

    @SuppressWarnings("unchecked") // a JSON object is read as a map with text keys
    private List<PolicyOverride> read(BrandId brand, PolicyLine line) {
        return sql.list(
                "SELECT version, valid_from, changes FROM policy_override WHERE brand = ? AND line = ? ORDER BY version",
                row -> new PolicyOverride(row.integer("version"), row.date("valid_from"), (Map<String, Object>)
                        Json.read(row.text("changes"), LinkedHashMap.class)),
                brand,
                line.toString());
    }

    @Override
    public void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now) {
        int changed = sql.update(
                """
                INSERT INTO policy_override (brand, line, version, valid_from, changes, created_at)
                SELECT CAST(? AS int), ?, CAST(? AS int), CAST(? AS date), ?, CAST(? AS timestamp with time zone)
                WHERE ? = (SELECT coalesce(max(version), 0) + 1 FROM policy_override WHERE brand = ? AND line = ?)
                ON CONFLICT DO NOTHING""",
                brand,
                line.toString(),
                override.version(),
                override.validFrom(),
                Json.write(override.values()),
                now,
                override.version(),
                brand,
                line.toString());
        if (changed == 0) {
            throw new StaleAggregate("policy override " + line, brand.value());
        }
        kept.remove(new Key(brand, line));
    }
}
