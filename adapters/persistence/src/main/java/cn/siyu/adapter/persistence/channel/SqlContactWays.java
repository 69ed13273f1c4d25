package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A contact way is one row, with one row per account beside it. Ways are read with their accounts
/// in one query.
@Singleton
final class SqlContactWays implements ContactWays {
    private static final String SELECT = """
            SELECT w.*, a.account AS server, a.weight AS server_weight FROM contact_way w
            JOIN contact_way_account a ON a.brand = w.brand AND a.contact_way = w.id
            """;
    private static final String ORDER = " ORDER BY w.id, a.position";

    private final Sql sql;

    SqlContactWays(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(BrandId brand, ContactWay way) {
        if (byCode(way.code()).isPresent()) {
            throw new AlreadyExists("code", way.code());
        }
        if (byState(brand, way.state()).isPresent()) {
            throw new AlreadyExists("state", way.state());
        }
        sql.update(
                """
                INSERT INTO contact_way (brand, id, public_id, code, name, hook, state, rule, department,
                  welcome_material, archived_at, version, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                way.id(),
                way.publicId(),
                way.code(),
                way.name(),
                way.hook(),
                way.state(),
                way.rule(),
                number(way.department()),
                way.welcomeMaterial(),
                way.archivedAt(),
                way.version(),
                way.createdAt(),
                way.updatedAt());
        addServers(
                brand,
                way,
                way.accounts().stream().map(ContactWay.Server::account).collect(Collectors.toSet()));
    }

    private static @Nullable Long number(@Nullable DepartmentId id) {
        return id == null ? null : id.value();
    }

    private void addServers(BrandId brand, ContactWay way, Set<ChannelAccountId> wanted) {
        var sets = new ArrayList<@Nullable Object[]>();
        for (int position = 0; position < way.accounts().size(); position++) {
            var server = way.accounts().get(position);
            if (wanted.contains(server.account())) {
                sets.add(new @Nullable Object[] {brand, way.id(), server.account(), position, server.weight()});
            }
        }
        sql.batch("""
                INSERT INTO contact_way_account (brand, contact_way, account, position, weight, current_weight)
                VALUES (?, ?, ?, ?, ?, 0)""", sets);
    }

    @Override
    public Optional<ContactWay> find(BrandId brand, ContactWayId id) {
        return one("WHERE w.brand = ? AND w.id = ?", brand, id).map(OfBrand::way);
    }

    @Override
    public Optional<ContactWay> byPublicId(BrandId brand, PublicId id) {
        return one("WHERE w.brand = ? AND w.public_id = ?", brand, id).map(OfBrand::way);
    }

    @Override
    public Optional<OfBrand> byCode(String code) {
        return one("WHERE w.code = ?", code);
    }

    @Override
    public Optional<ContactWay> byState(BrandId brand, String state) {
        return one("WHERE w.brand = ? AND w.state = ?", brand, state).map(OfBrand::way);
    }

    @Override
    public List<ContactWay> page(BrandId brand, long after, int atMost) {
        return some("""
                        WHERE w.brand = ? AND w.id IN (
                          SELECT id FROM contact_way WHERE brand = ? AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY)""", brand, brand, after, atMost).stream().map(OfBrand::way).toList();
    }

    private Optional<OfBrand> one(String where, Object... parameters) {
        return some(where, parameters).stream().findFirst();
    }

    private List<OfBrand> some(String where, Object... parameters) {
        var ways = new LinkedHashMap<Long, OfBrand>();
        sql.list(SELECT + where + ORDER, SqlContactWays::way, parameters)
                .forEach(found -> ways.merge(found.way().id().value(), found, SqlContactWays::withServersOf));
        return List.copyOf(ways.values());
    }

    private static OfBrand withServersOf(OfBrand one, OfBrand more) {
        var servers = new ArrayList<>(one.way().accounts());
        servers.addAll(more.way().accounts());
        return new OfBrand(one.brand(), withServers(one.way(), servers));
    }

    private static ContactWay withServers(ContactWay way, List<ContactWay.Server> servers) {
        return new ContactWay(
                way.id(),
                way.publicId(),
                way.code(),
                way.name(),
                way.hook(),
                way.state(),
                way.rule(),
                way.department(),
                way.welcomeMaterial(),
                servers,
                way.archivedAt(),
                way.version(),
                way.createdAt(),
                way.updatedAt());
    }

    private static OfBrand way(Row row) throws SQLException {
        Long department = row.numberOrNull("department");
        return new OfBrand(
                new BrandId(row.integer("brand")),
                new ContactWay(
                        new ContactWayId(row.number("id")),
                        row.publicId("public_id"),
                        row.text("code"),
                        row.text("name"),
                        row.textOrNull("hook"),
                        row.text("state"),
                        row.constant("rule", ContactWay.Rule.class),
                        department == null ? null : new DepartmentId(department),
                        row.numberOrNull("welcome_material"),
                        List.of(new ContactWay.Server(
                                new ChannelAccountId(row.number("server")), row.integerOrNull("server_weight"))),
                        row.instantOrNull("archived_at"),
                        row.integer("version"),
                        row.instant("created_at"),
                        row.instant("updated_at")));
    }

    @Override
    public void replace(BrandId brand, ContactWay way) {
        int replaced = sql.update(
                """
                UPDATE contact_way SET name = ?, hook = ?, rule = ?, department = ?, welcome_material = ?,
                  archived_at = ?, version = ?, updated_at = ?
                WHERE brand = ? AND id = ? AND version = ?""",
                way.name(),
                way.hook(),
                way.rule(),
                number(way.department()),
                way.welcomeMaterial(),
                way.archivedAt(),
                way.version(),
                way.updatedAt(),
                brand,
                way.id(),
                way.version() - 1);
        if (replaced == 0) {
            throw new StaleAggregate("contact way", way.id().value());
        }
        replaceServers(brand, way);
    }

    private void replaceServers(BrandId brand, ContactWay way) {
        var before = sql
                .list(
                        "SELECT account FROM contact_way_account WHERE brand = ? AND contact_way = ?",
                        row -> new ChannelAccountId(row.number("account")),
                        brand,
                        way.id())
                .stream()
                .collect(Collectors.toSet());
        var after = way.accounts().stream().map(ContactWay.Server::account).collect(Collectors.toSet());
        var gone = before.stream().filter(account -> !after.contains(account)).toList();
        sql.batch(
                "DELETE FROM contact_way_account WHERE brand = ? AND contact_way = ? AND account = ?",
                gone.stream()
                        .map(account -> new @Nullable Object[] {brand, way.id(), account})
                        .toList());
        var kept = new ArrayList<@Nullable Object[]>();
        for (int position = 0; position < way.accounts().size(); position++) {
            var server = way.accounts().get(position);
            kept.add(new @Nullable Object[] {position, server.weight(), brand, way.id(), server.account()});
        }
        sql.batch("""
                UPDATE contact_way_account SET position = ?, weight = ?
                WHERE brand = ? AND contact_way = ? AND account = ?""", kept);
        addServers(
                brand,
                way,
                after.stream().filter(account -> !before.contains(account)).collect(Collectors.toSet()));
    }

    @Override
    public Map<ChannelAccountId, Place> lockPlaces(BrandId brand, ContactWayId id) {
        // one row is locked, not one per account: nobody can lock them in another order
        sql.list(
                "SELECT id FROM contact_way WHERE brand = ? AND id = ? FOR UPDATE", row -> row.number("id"), brand, id);
        var places = new LinkedHashMap<ChannelAccountId, Place>();
        sql.list(
                        """
                        SELECT account, current_weight, qr_code FROM contact_way_account
                        WHERE brand = ? AND contact_way = ? ORDER BY position""",
                        row -> Map.entry(
                                new ChannelAccountId(row.number("account")),
                                new Place(row.number("current_weight"), row.textOrNull("qr_code"))),
                        brand,
                        id)
                .forEach(place -> places.put(place.getKey(), place.getValue()));
        return places;
    }

    @Override
    public Map<ChannelAccountId, String> codes(BrandId brand, ContactWayId id) {
        return sql
                .list(
                        """
                        SELECT account, qr_code FROM contact_way_account
                        WHERE brand = ? AND contact_way = ? AND qr_code IS NOT NULL""",
                        row -> Map.entry(new ChannelAccountId(row.number("account")), row.text("qr_code")),
                        brand,
                        id)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void keepWeights(BrandId brand, ContactWayId id, Map<ChannelAccountId, Long> currentWeights) {
        sql.batch(
                """
                UPDATE contact_way_account SET current_weight = ?
                WHERE brand = ? AND contact_way = ? AND account = ?""",
                currentWeights.entrySet().stream()
                        .map(weight -> new @Nullable Object[] {weight.getValue(), brand, id, weight.getKey()})
                        .toList());
    }

    @Override
    public List<Missing> withoutCode(BrandId brand, int atMost) {
        return sql.list(
                """
                SELECT a.contact_way, a.account, w.state FROM contact_way_account a
                JOIN contact_way w ON w.brand = a.brand AND w.id = a.contact_way
                JOIN channel_account c ON c.brand = a.brand AND c.id = a.account
                WHERE a.brand = ? AND a.qr_code IS NULL AND w.archived_at IS NULL AND c.state <> 'CLOSED'
                ORDER BY a.contact_way, a.position FETCH FIRST ? ROWS ONLY""",
                row -> new Missing(
                        new ContactWayId(row.number("contact_way")),
                        row.text("state"),
                        new ChannelAccountId(row.number("account"))),
                brand,
                atMost);
    }

    @Override
    public void keepCode(BrandId brand, ContactWayId id, ChannelAccountId account, String channelRef, String qrCode) {
        sql.update("""
                UPDATE contact_way_account SET channel_ref = ?, qr_code = ?
                WHERE brand = ? AND contact_way = ? AND account = ?""", channelRef, qrCode, brand, id, account);
    }
}
