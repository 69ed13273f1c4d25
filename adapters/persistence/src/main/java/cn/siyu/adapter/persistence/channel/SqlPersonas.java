package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Account 0 stands for the brand itself.
@Singleton
final class SqlPersonas implements Personas {
    private static final long THE_BRAND = 0;

    private final Sql sql;

    SqlPersonas(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Kept> all(BrandId brand) {
        return sql.list("SELECT * FROM persona WHERE brand = ? ORDER BY account", SqlPersonas::kept, brand);
    }

    @Override
    public Optional<Kept> find(BrandId brand, @Nullable ChannelAccountId account) {
        return sql.first(
                "SELECT * FROM persona WHERE brand = ? AND account = ?", SqlPersonas::kept, brand, number(account));
    }

    @Override
    public void put(BrandId brand, Kept kept) {
        int changed = kept.version() == 1 ? inserted(brand, kept) : replaced(brand, kept);
        if (changed == 0) {
            throw new StaleAggregate("persona", number(kept.account()));
        }
    }

    private int inserted(BrandId brand, Kept kept) {
        return sql.update(
                """
                INSERT INTO persona (brand, account, content, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                number(kept.account()),
                Json.write(PersonaJson.of(kept.persona())),
                kept.version(),
                kept.createdAt(),
                kept.updatedAt());
    }

    private int replaced(BrandId brand, Kept kept) {
        return sql.update(
                "UPDATE persona SET content = ?, version = ?, updated_at = ?"
                        + " WHERE brand = ? AND account = ? AND version = ?",
                Json.write(PersonaJson.of(kept.persona())),
                kept.version(),
                kept.updatedAt(),
                brand,
                number(kept.account()),
                kept.version() - 1);
    }

    @Override
    public void remove(BrandId brand, Kept kept) {
        int removed = sql.update(
                "DELETE FROM persona WHERE brand = ? AND account = ? AND version = ?",
                brand,
                number(kept.account()),
                kept.version());
        if (removed == 0) {
            throw new StaleAggregate("persona", number(kept.account()));
        }
    }

    private static long number(@Nullable ChannelAccountId account) {
        return account == null ? THE_BRAND : account.value();
    }

    private static Kept kept(Row row) throws SQLException {
        long account = row.number("account");
        return new Kept(
                account == THE_BRAND ? null : new ChannelAccountId(account),
                Json.read(row.text("content"), PersonaJson.class).persona(),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
