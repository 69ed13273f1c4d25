package cn.siyu.adapter.persistence.channel;

import cn.siyu.adapter.persistence.Json;
import cn.siyu.adapter.persistence.Row;
import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlChannelCommands implements ChannelCommands {
    private static final String MARK_TAGS = "MARK_TAGS";
    private static final String SET_REMARK = "SET_REMARK";

    private final Sql sql;

    SqlChannelCommands(Sql sql) {
        this.sql = sql;
    }

    private record MarkPayload(String contactId, Set<Long> add, Set<Long> remove) {}

    private record RemarkPayload(
            String contactId,
            @Nullable String remark,
            @Nullable String description) {}

    @Override
    public void add(BrandId brand, long id, ChannelCommand command, Instant now) {
        addAll(brand, Map.of(id, command), now);
    }

    @Override
    public void addAll(BrandId brand, Map<Long, ChannelCommand> commands, Instant now) {
        var rows = new ArrayList<@Nullable Object[]>();
        commands.forEach((id, command) -> rows.add(new @Nullable Object[] {
            brand, id, kind(command), command.account().value(), payload(command), now, now
        }));
        sql.batch("""
                INSERT INTO channel_command (brand, id, kind, account, payload, state, attempts, due_at, created_at)
                VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""", rows);
    }

    private static String kind(ChannelCommand command) {
        return switch (command) {
            case ChannelCommand.MarkTags _ -> MARK_TAGS;
            case ChannelCommand.SetRemark _ -> SET_REMARK;
        };
    }

    private static String payload(ChannelCommand command) {
        return switch (command) {
            case ChannelCommand.MarkTags mark ->
                Json.write(new MarkPayload(mark.contactId(), numbers(mark.add()), numbers(mark.remove())));
            case ChannelCommand.SetRemark set ->
                Json.write(new RemarkPayload(set.contactId(), set.remark(), set.description()));
        };
    }

    private static Set<Long> numbers(Set<TagId> tags) {
        return tags.stream().map(TagId::value).collect(Collectors.toSet());
    }

    private static Set<TagId> tags(Set<Long> numbers) {
        return numbers.stream().map(TagId::new).collect(Collectors.toSet());
    }

    @Override
    public List<Queued> due(BrandId brand, Instant now, int atMost) {
        return sql.list("""
                SELECT id, kind, account, payload, attempts FROM channel_command
                WHERE brand = ? AND state = 'WAITING' AND due_at <= ? ORDER BY id FETCH FIRST ? ROWS ONLY""", SqlChannelCommands::queued, brand, now, atMost);
    }

    private static Queued queued(Row row) throws SQLException {
        var account = new ChannelAccountId(row.number("account"));
        String payload = row.text("payload");
        ChannelCommand command = switch (row.text("kind")) {
            case MARK_TAGS -> {
                var mark = Json.read(payload, MarkPayload.class);
                yield new ChannelCommand.MarkTags(account, mark.contactId(), tags(mark.add()), tags(mark.remove()));
            }
            case SET_REMARK -> {
                var set = Json.read(payload, RemarkPayload.class);
                yield new ChannelCommand.SetRemark(account, set.contactId(), set.remark(), set.description());
            }
            default -> throw new IllegalStateException("unknown channel command " + row.text("kind"));
        };
        return new Queued(row.number("id"), command, row.integer("attempts"));
    }

    @Override
    public Optional<Instant> nextDueAt(BrandId brand) {
        return sql.first("""
                SELECT due_at FROM channel_command WHERE brand = ? AND state = 'WAITING'
                ORDER BY brand, state, due_at, id FETCH FIRST 1 ROWS ONLY""", row -> row.instant("due_at"), brand);
    }

    @Override
    public Set<TagId> untoldTags(BrandId brand, ChannelAccountId account, String contactId) {
        return sql.list("""
                        SELECT id, kind, account, payload, attempts FROM channel_command
                        WHERE brand = ? AND state = 'WAITING' AND account = ? AND kind = ?""", SqlChannelCommands::queued, brand, account.value(), MARK_TAGS).stream()
                .flatMap(queued -> tagsOf(queued.command(), contactId))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Set<TagId>> untoldTags(BrandId brand, ChannelAccountId account) {
        var untold = new HashMap<String, Set<TagId>>();
        for (Queued queued : sql.list("""
                SELECT id, kind, account, payload, attempts FROM channel_command
                WHERE brand = ? AND state = 'WAITING' AND account = ? AND kind = ?""", SqlChannelCommands::queued, brand, account.value(), MARK_TAGS)) {
            if (queued.command() instanceof ChannelCommand.MarkTags mark) {
                untold.computeIfAbsent(mark.contactId(), _ -> new HashSet<>()).addAll(mark.tags());
            }
        }
        return untold;
    }

    private static Stream<TagId> tagsOf(ChannelCommand command, String contactId) {
        return command instanceof ChannelCommand.MarkTags mark
                        && mark.contactId().equals(contactId)
                ? mark.tags().stream()
                : Stream.empty();
    }

    @Override
    public void done(BrandId brand, long id) {
        sql.update("UPDATE channel_command SET state = 'DONE', problem = NULL WHERE brand = ? AND id = ?", brand, id);
    }

    @Override
    public void postpone(BrandId brand, long id, Instant dueAt, String problem) {
        sql.update("""
                UPDATE channel_command SET due_at = ?, attempts = attempts + 1, problem = ?
                WHERE brand = ? AND id = ?""", dueAt, cut(problem), brand, id);
    }

    @Override
    public void fail(BrandId brand, long id, String problem) {
        sql.update(
                "UPDATE channel_command SET state = 'FAILED', problem = ? WHERE brand = ? AND id = ?",
                cut(problem),
                brand,
                id);
    }

    @Override
    public List<Failed> failed(BrandId brand, long before, int atMost) {
        return sql.list(
                """
                SELECT id, kind, account, payload, attempts, created_at, problem FROM channel_command
                WHERE brand = ? AND state = 'FAILED' AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY""",
                row -> new Failed(
                        row.number("id"),
                        queued(row).command(),
                        row.instant("created_at"),
                        row.integer("attempts"),
                        Objects.requireNonNullElse(row.textOrNull("problem"), "")),
                brand,
                before,
                atMost);
    }

    @Override
    public int retry(BrandId brand, Collection<Long> ids, Instant now) {
        var rows =
                ids.stream().map(id -> new @Nullable Object[] {now, brand, id}).toList();
        return IntStream.of(sql.batch("""
                UPDATE channel_command SET state = 'WAITING', attempts = 0, due_at = ?
                WHERE brand = ? AND id = ? AND state = 'FAILED'""", rows)).sum();
    }

    private static String cut(String problem) {
        return problem.length() <= 1000 ? problem : problem.substring(0, 1000);
    }
}
