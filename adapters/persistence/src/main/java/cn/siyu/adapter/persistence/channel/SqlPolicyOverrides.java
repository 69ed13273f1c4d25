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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Kept in memory for a second: every decision asks, and another node's change must be seen soon.
@Singleton
final class SqlPolicyOverrides implements PolicyOverrides {
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Sql sql;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(BrandId brand, PolicyLine line) {}

    private record Kept(Optional<PolicyOverride> override, long readAt) {}

    SqlPolicyOverrides(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PolicyOverride> find(BrandId brand, PolicyLine line) {
        var key = new Key(brand, line);
        var known = kept.get(key);
        if (known != null && System.nanoTime() - known.readAt() < KEPT_NANOS) {
            return known.override();
        }
        var read = read(brand, line);
        kept.put(key, new Kept(read, System.nanoTime()));
        return read;
    }

    @SuppressWarnings("unchecked") // a JSON object is read as a map with text keys
    private Optional<PolicyOverride> read(BrandId brand, PolicyLine line) {
        return sql.first(
                "SELECT version, changes FROM policy_override WHERE brand = ? AND line = ?",
                row -> new PolicyOverride(row.integer("version"), (Map<String, Object>)
                        Json.read(row.text("changes"), LinkedHashMap.class)),
                brand,
                line.toString());
    }

    @Override
    public void put(BrandId brand, PolicyLine line, PolicyOverride override, Instant now) {
        int changed = override.version() == 1
                ? sql.update("""
                        INSERT INTO policy_override (brand, line, changes, version, updated_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", brand, line.toString(), Json.write(override.values()), override.version(), now)
                : sql.update(
                        """
                        UPDATE policy_override SET changes = ?, version = ?, updated_at = ?
                        WHERE brand = ? AND line = ? AND version = ?""",
                        Json.write(override.values()),
                        override.version(),
                        now,
                        brand,
                        line.toString(),
                        override.version() - 1);
        if (changed == 0) {
            throw new StaleAggregate("policy override " + line, brand.value());
        }
        kept.remove(new Key(brand, line));
    }
}
