package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.AccountStandings.Incident.Kind;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlAccountStandings implements AccountStandings {
    private static final String WANTED = "unnest(CAST(? AS bigint ARRAY)) wanted(n)";

    private final Sql sql;

    SqlAccountStandings(Sql sql) {
        this.sql = sql;
    }

    private record Opened(
            ChannelAccountId account, @Nullable LocalDate on) {}

    private record Happened(ChannelAccountId account, Kind kind, Instant at) {}

    @Override
    public Map<ChannelAccountId, Standing> find(BrandId brand, Collection<ChannelAccountId> accounts) {
        Long[] numbers = numbers(accounts);
        Map<ChannelAccountId, @Nullable LocalDate> opened = new HashMap<>();
        sql.list(
                        "SELECT s.account, s.opened_on FROM " + WANTED
                                + " JOIN account_standing s ON s.brand = ? AND s.account = wanted.n",
                        row -> new Opened(account(row), row.dateOrNull("opened_on")),
                        numbers,
                        brand)
                .forEach(one -> opened.put(one.account(), one.on()));
        Map<ChannelAccountId, List<Instant>> warnings = new HashMap<>();
        Map<ChannelAccountId, Instant> bans = new HashMap<>();
        sql.list(
                        "SELECT i.account, i.kind, i.occurred_at FROM " + WANTED
                                + " JOIN account_incident i ON i.brand = ? AND i.account = wanted.n"
                                + " ORDER BY i.account, i.occurred_at, i.id",
                        row -> new Happened(account(row), Kind.valueOf(row.text("kind")), row.instant("occurred_at")),
                        numbers,
                        brand)
                .forEach(one -> {
                    switch (one.kind()) {
                        case WARNING ->
                            warnings.computeIfAbsent(one.account(), _ -> new ArrayList<>())
                                    .add(one.at());
                        case BAN -> bans.putIfAbsent(one.account(), one.at());
                    }
                });
        Map<ChannelAccountId, Standing> standings = new HashMap<>();
        for (ChannelAccountId each : accounts) {
            var standing = new Standing(opened.get(each), warnings.getOrDefault(each, List.of()), bans.get(each));
            if (!standing.equals(Standing.UNKNOWN)) {
                standings.put(each, standing);
            }
        }
        return standings;
    }

    @Override
    public Map<ChannelAccountId, Standing> lock(BrandId brand, Collection<ChannelAccountId> accounts) {
        Long[] numbers = numbers(accounts);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Long number : numbers) {
            rows.add(new @Nullable Object[] {brand, number});
        }
        sql.batch("INSERT INTO account_standing (brand, account) VALUES (?, ?) ON CONFLICT DO NOTHING", rows);
        sql.list(
                "SELECT s.account FROM " + WANTED + " JOIN account_standing s ON s.brand = ? AND s.account = wanted.n"
                        + " ORDER BY s.account FOR UPDATE" + (sql.onPostgresql() ? " OF s" : ""),
                SqlAccountStandings::account,
                numbers,
                brand);
        Map<ChannelAccountId, Standing> all = new HashMap<>(find(brand, accounts));
        accounts.forEach(each -> all.putIfAbsent(each, Standing.UNKNOWN));
        return all;
    }

    @Override
    public void opened(BrandId brand, ChannelAccountId account, LocalDate on) {
        lock(brand, List.of(account));
        sql.update("UPDATE account_standing SET opened_on = ? WHERE brand = ? AND account = ?", on, brand, account);
    }

    @Override
    public void add(BrandId brand, long id, Incident incident) {
        sql.update(
                """
                INSERT INTO account_incident (brand, id, account, kind, occurred_at, note, reported_by, open_ban)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                brand,
                id,
                incident.account(),
                incident.kind().name(),
                incident.occurredAt(),
                incident.note(),
                incident.by(),
                incident.kind() == Kind.BAN);
    }

    @Override
    public List<Incident> incidents(BrandId brand, ChannelAccountId account, int atMost) {
        return sql.list(
                """
                SELECT account, kind, occurred_at, note, reported_by FROM account_incident
                WHERE brand = ? AND account = ? ORDER BY occurred_at DESC, id DESC FETCH FIRST ? ROWS ONLY""",
                row -> new Incident(
                        account(row),
                        Kind.valueOf(row.text("kind")),
                        row.instant("occurred_at"),
                        row.textOrNull("note"),
                        row.text("reported_by")),
                brand,
                account,
                atMost);
    }

    @Override
    public List<Ban> openBans(BrandId brand) {
        return sql.list("""
                SELECT id, account, occurred_at FROM account_incident
                WHERE brand = ? AND open_ban = ? ORDER BY occurred_at, id""", row -> new Ban(row.number("id"), account(row), row.instant("occurred_at")), brand, true);
    }

    @Override
    public void settleBan(BrandId brand, long incident) {
        sql.update("UPDATE account_incident SET open_ban = ? WHERE brand = ? AND id = ?", false, brand, incident);
    }

    private record Day(ChannelAccountId account, Used used) {}

    @Override
    public Map<ChannelAccountId, Used> used(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day) {
        Map<ChannelAccountId, Used> used = new HashMap<>();
        sql.list(
                        "SELECT d.account, d.adds, d.messages, d.adds_done, d.messages_done FROM " + WANTED
                                + " JOIN account_day d ON d.brand = ? AND d.account = wanted.n AND d.day_on = ?",
                        row -> new Day(account(row), used(row)),
                        numbers(accounts),
                        brand,
                        day)
                .forEach(one -> used.put(one.account(), one.used()));
        return used;
    }

    private static Used used(Row row) throws SQLException {
        return new Used(
                row.integer("adds"), row.integer("messages"), row.integer("adds_done"), row.integer("messages_done"));
    }

    @Override
    public Map<LocalDate, Used> usedFrom(BrandId brand, ChannelAccountId account, LocalDate day) {
        Map<LocalDate, Used> used = new HashMap<>();
        sql.list(
                        "SELECT day_on, adds, messages, adds_done, messages_done FROM account_day"
                                + " WHERE brand = ? AND account = ? AND day_on >= ?",
                        row -> Map.entry(row.date("day_on"), used(row)),
                        brand,
                        account,
                        day)
                .forEach(one -> used.put(one.getKey(), one.getValue()));
        return used;
    }

    @Override
    public void use(BrandId brand, LocalDate day, Map<ChannelAccountId, Used> more) {
        List<@Nullable Object[]> fresh = new ArrayList<>();
        List<@Nullable Object[]> added = new ArrayList<>();
        more.forEach((account, used) -> {
            fresh.add(new @Nullable Object[] {brand, account.value(), day});
            added.add(new @Nullable Object[] {
                used.adds(), used.messages(), used.addsDone(), used.messagesDone(), brand, account.value(), day
            });
        });
        sql.batch("""
                INSERT INTO account_day (brand, account, day_on, adds, messages, adds_done, messages_done)
                VALUES (?, ?, ?, 0, 0, 0, 0) ON CONFLICT DO NOTHING""", fresh);
        sql.batch("""
                UPDATE account_day SET adds = greatest(0, adds + ?), messages = greatest(0, messages + ?),
                  adds_done = greatest(0, adds_done + ?), messages_done = greatest(0, messages_done + ?)
                WHERE brand = ? AND account = ? AND day_on = ?""", added);
    }

    private static ChannelAccountId account(Row row) throws SQLException {
        return new ChannelAccountId(row.number("account"));
    }

    private static Long[] numbers(Collection<ChannelAccountId> accounts) {
        return accounts.stream()
                .map(ChannelAccountId::value)
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }
}
