package cn.siyu.adapter.persistence.sop;

import cn.siyu.adapter.persistence.Numbers;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.WaveId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlWaves implements Waves {
    private static final String SELECT = """
            SELECT id, public_id, sop, sop_version, step, due_at, due_count, left_count, planned_count, deferred_count,
              refused_count, expired_count, control_count, by_task_count, created_at
            FROM wave
            """;

    private final Sql sql;

    SqlWaves(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Key, WaveId> open(BrandId brand, Collection<Wave> waves) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        waves.stream()
                .sorted(Comparator.comparingLong(each -> each.id().value()))
                .forEach(each -> rows.add(new @Nullable Object[] {
                    brand,
                    each.id().value(),
                    each.publicId(),
                    each.sop().value(),
                    each.key().version().value(),
                    each.key().step(),
                    each.key().dueAt(),
                    each.createdAt()
                }));
        sql.batch("""
                INSERT INTO wave (brand, id, public_id, sop, sop_version, step, due_at, due_count, left_count,
                  planned_count, deferred_count, refused_count, expired_count, control_count, by_task_count, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?) ON CONFLICT DO NOTHING""", rows);
        return numbers(brand, waves);
    }

    private Map<Key, WaveId> numbers(BrandId brand, Collection<Wave> waves) {
        Set<Key> keys = waves.stream().map(Wave::key).collect(Collectors.toSet());
        Instant first = keys.stream().map(Key::dueAt).min(Instant::compareTo).orElseThrow();
        Instant last = keys.stream().map(Key::dueAt).max(Instant::compareTo).orElseThrow();
        Set<Long> versions = keys.stream().map(key -> key.version().value()).collect(Collectors.toSet());
        Map<Key, WaveId> numbers = new HashMap<>();
        sql.list(
                        "SELECT w.id, w.sop_version, w.step, w.due_at FROM " + Numbers.WANTED
                                + " JOIN wave w ON w.brand = ? AND w.sop_version = wanted.n"
                                + " AND w.due_at >= ? AND w.due_at <= ?",
                        row -> Map.entry(key(row), new WaveId(row.number("id"))),
                        Numbers.of(versions, Long::longValue),
                        brand,
                        first,
                        last)
                .forEach(each -> {
                    if (keys.contains(each.getKey())) {
                        numbers.put(each.getKey(), each.getValue());
                    }
                });
        return numbers;
    }

    private static Key key(Row row) throws SQLException {
        return new Key(new SopVersionId(row.number("sop_version")), row.integer("step"), row.instant("due_at"));
    }

    @Override
    public void count(BrandId brand, Map<WaveId, Counts> more) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        more.entrySet().stream()
                .sorted(Comparator.comparingLong(each -> each.getKey().value()))
                .forEach(each -> rows.add(row(brand, each.getKey(), each.getValue())));
        sql.batch("""
                UPDATE wave SET due_count = due_count + ?, left_count = left_count + ?,
                  planned_count = planned_count + ?, deferred_count = deferred_count + ?,
                  refused_count = refused_count + ?, expired_count = expired_count + ?,
                  control_count = control_count + ?, by_task_count = by_task_count + ?
                WHERE brand = ? AND id = ?""", rows);
    }

    private static @Nullable Object[] row(BrandId brand, WaveId id, Counts counts) {
        return new @Nullable Object[] {
            counts.due(),
            counts.left(),
            counts.planned(),
            counts.deferred(),
            counts.refused(),
            counts.expired(),
            counts.control(),
            counts.byTask(),
            brand,
            id.value()
        };
    }

    @Override
    public Optional<Counted> byPublicId(BrandId brand, PublicId id) {
        return withRecipients(
                        brand, sql.list(SELECT + "WHERE brand = ? AND public_id = ?", SqlWaves::counted, brand, id))
                .stream()
                .findFirst();
    }

    @Override
    public List<Counted> page(BrandId brand, @Nullable SopId sop, long before, int atMost) {
        List<Counted> page = sop == null
                ? sql.list(
                        SELECT + "WHERE brand = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        SqlWaves::counted,
                        brand,
                        before,
                        atMost)
                : sql.list(
                        SELECT + "WHERE brand = ? AND sop = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        SqlWaves::counted,
                        brand,
                        sop.value(),
                        before,
                        atMost);
        return withRecipients(brand, page);
    }

    private record InState(long wave, String state, int recipients) {}

    private List<Counted> withRecipients(BrandId brand, List<Counted> waves) {
        if (waves.isEmpty()) {
            return waves;
        }
        Map<Long, Map<String, Integer>> states = new HashMap<>();
        sql.list(
                        "SELECT b.wave, b.state, SUM(b.recipients) AS recipients FROM " + Numbers.WANTED
                                + " JOIN send_batch b ON b.brand = ? AND b.wave = wanted.n GROUP BY b.wave, b.state",
                        row -> new InState(row.number("wave"), row.text("state"), row.integer("recipients")),
                        Numbers.of(waves, each -> each.wave().id().value()),
                        brand)
                .forEach(each -> states.computeIfAbsent(each.wave(), _ -> new HashMap<>())
                        .put(each.state(), each.recipients()));
        return waves.stream()
                .map(each -> new Counted(
                        each.wave(),
                        each.counts(),
                        states.getOrDefault(each.wave().id().value(), Map.of())))
                .toList();
    }

    private static Counted counted(Row row) throws SQLException {
        var wave = new Wave(
                new WaveId(row.number("id")),
                row.publicId("public_id"),
                new SopId(row.number("sop")),
                key(row),
                row.instant("created_at"));
        var counts = new Counts(
                row.integer("due_count"),
                row.integer("left_count"),
                row.integer("planned_count"),
                row.integer("deferred_count"),
                row.integer("refused_count"),
                row.integer("expired_count"),
                row.integer("control_count"),
                row.integer("by_task_count"));
        return new Counted(wave, counts, Map.of());
    }
}
