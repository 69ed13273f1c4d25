package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlChannelAccounts implements ChannelAccounts {
    private final ChannelAccountRows rows;
    private final ChannelMapping mapping;
    private final Sql sql;

    SqlChannelAccounts(ChannelAccountRows rows, ChannelMapping mapping, Sql sql) {
        this.rows = rows;
        this.mapping = mapping;
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, ChannelAccount account) {
        if (byAddress(brand, account.connection(), account.address()).isPresent()) {
            throw new AlreadyExists("address", account.address());
        }
        rows.save(mapping.row(brand, account));
        sql.update("""
                INSERT INTO account_load (brand, account, live_count, day_on, day_count, held_count)
                VALUES (?, ?, 0, ?, 0, 0)""", brand, account.id(), LocalDate.EPOCH);
    }

    @Override
    public Optional<ChannelAccount> find(BrandId brand, ChannelAccountId id) {
        return rows.findByBrandAndId(brand.value(), id.value()).map(mapping::account);
    }

    @Override
    public Optional<ChannelAccount> byPublicId(BrandId brand, PublicId id) {
        return rows.findByBrandAndPublicId(brand.value(), id.value()).map(mapping::account);
    }

    @Override
    public Optional<ChannelAccount> byAddress(BrandId brand, String connection, String address) {
        return rows.findByBrandAndConnectionAndAddress(brand.value(), connection, address)
                .map(mapping::account);
    }

    @Override
    public List<ChannelAccount> page(BrandId brand, long after, int atMost) {
        return rows.page(brand.value(), after, atMost).stream()
                .map(mapping::account)
                .toList();
    }

    @Override
    public List<ChannelAccount> findAll(BrandId brand, Set<ChannelAccountId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows
                .findByBrandAndIdInOrderById(
                        brand.value(), ids.stream().map(ChannelAccountId::value).toList())
                .stream()
                .map(mapping::account)
                .toList();
    }

    @Override
    public List<ChannelAccount> byPublicIds(BrandId brand, Set<PublicId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rows
                .findByBrandAndPublicIdInOrderById(
                        brand.value(), ids.stream().map(PublicId::value).toList())
                .stream()
                .map(mapping::account)
                .toList();
    }

    @Override
    public List<ChannelAccount> heldBy(BrandId brand, StaffId staff) {
        return rows.findByBrandAndStaffOrderById(brand.value(), staff.value()).stream()
                .map(mapping::account)
                .toList();
    }

    @Override
    public void replace(BrandId brand, ChannelAccount account) {
        var row = mapping.row(brand, account);
        int replaced = sql.update(
                """
                UPDATE channel_account SET name = ?, staff = ?, department = ?, total_cap = ?, daily_cap = ?,
                  works_from = ?, works_until = ?, work_days = ?, state = ?, health = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                row.name(),
                row.staff(),
                row.department(),
                row.totalCap(),
                row.dailyCap(),
                row.worksFrom(),
                row.worksUntil(),
                row.workDays(),
                row.state(),
                row.health(),
                row.version(),
                account.updatedAt(),
                brand,
                row.id(),
                row.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("channel account", row.id());
        }
    }

    @Override
    public void moveHeld(BrandId brand, StaffId staff, DepartmentId from, DepartmentId to, Instant at) {
        sql.update("""
                UPDATE channel_account SET department = ?, version = version + 1, updated_at = ?
                WHERE brand = ? AND staff = ? AND department = ?""", to.value(), at, brand, staff.value(), from.value());
    }

    @Override
    public Map<ChannelAccountId, Load> loads(BrandId brand, Set<ChannelAccountId> ids, LocalDate today) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<@Nullable Object>(List.of(today, brand));
        parameters.addAll(ids);
        return sql.list("""
                        SELECT account, live_count, held_count, CASE WHEN day_on = ? THEN day_count ELSE 0 END AS today
                        FROM account_load WHERE brand = ? AND account IN (%s)""".formatted(Sql.marks(ids.size())), SqlChannelAccounts::load, parameters.toArray()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<ChannelAccountId, Load> load(Row row) throws SQLException {
        return Map.entry(
                new ChannelAccountId(row.number("account")),
                new Load(row.integer("live_count"), row.integer("today"), row.integer("held_count")));
    }

    @Override
    public boolean hold(BrandId brand, ChannelAccount account, LocalDate today) {
        return sql.update("""
                        UPDATE account_load SET held_count = held_count + 1
                        WHERE brand = ? AND account = ? AND live_count + held_count < ?
                          AND CASE WHEN day_on = ? THEN day_count ELSE 0 END + held_count < ?""", brand, account.id(), account.totalCap(), today, account.dailyCap()) == 1;
    }

    @Override
    public void release(BrandId brand, ChannelAccountId id) {
        sql.update(
                "UPDATE account_load SET held_count = held_count - 1 WHERE brand = ? AND account = ? AND held_count > 0",
                brand,
                id);
    }
}
