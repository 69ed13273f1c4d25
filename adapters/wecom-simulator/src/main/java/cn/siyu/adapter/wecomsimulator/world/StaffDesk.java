package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What apps and members of a corp exchange: messages to members (应用消息), who opened a page,
/// tickets for pages.
public final class StaffDesk {
    private static final long HOUR = 3_600;
    private final List<StaffMessageRow> messages = new ArrayList<>();
    private final Map<String, StaffMessageRow> byId = new HashMap<>();
    private final Set<String> recalled = new LinkedHashSet<>();
    private final Map<String, Long> lastSame = new HashMap<>();
    private final Map<String, Deque<Long>> received = new HashMap<>();
    private final Set<String> tasks = new HashSet<>();
    private final Map<String, LoginCodeRow> codes = new LinkedHashMap<>();
    private final Map<Integer, TicketRow> tickets = new TreeMap<>();

    void apply(StaffMessageRow row) {
        messages.add(row);
        byId.put(row.msgid(), row);
        if (!row.taskId().isEmpty()) {
            tasks.add(row.agentId() + "|" + row.taskId());
        }
        for (var user : row.users()) {
            lastSame.put(same(row.agentId(), user, row.msgtype(), row.content()), row.at());
            var times = received.computeIfAbsent(row.agentId() + "|" + user, _ -> new ArrayDeque<>());
            times.addLast(row.at());
            while (times.getFirst() <= row.at() - HOUR) {
                times.removeFirst();
            }
        }
    }

    void apply(StaffMessageRow.Recalled row) {
        recalled.add(row.msgid());
    }

    void apply(LoginCodeRow row) {
        codes.put(row.code(), row);
    }

    void apply(LoginCodeRow.Spent row) {
        codes.remove(row.code());
    }

    void apply(TicketRow row) {
        tickets.put(row.agentId(), row);
    }

    Stream<Row> rows() {
        return Stream.of(
                        messages.stream(),
                        recalled.stream().map(StaffMessageRow.Recalled::new),
                        codes.values().stream(),
                        tickets.values().stream())
                .flatMap(rows -> rows);
    }

    /// The messages, oldest first.
    public List<StaffMessageRow> messages() {
        return List.copyOf(messages);
    }

    public int count() {
        return messages.size();
    }

    public Optional<StaffMessageRow> message(String msgid) {
        return Optional.ofNullable(byId.get(msgid));
    }

    public boolean isRecalled(String msgid) {
        return recalled.contains(msgid);
    }

    /// Whether an app has used a card's task already.
    public boolean taskTaken(int agentId, String taskId) {
        return tasks.contains(agentId + "|" + taskId);
    }

    /// Whether a member received the same from the app at or after a time.
    public boolean receivedSame(int agentId, String userid, String msgtype, JsonNode content, long from) {
        return lastSame.getOrDefault(same(agentId, userid, msgtype, content), Long.MIN_VALUE) >= from;
    }

    /// How many messages a member received from an app after a time, an hour back at most.
    public int receivedAfter(int agentId, String userid, long from) {
        var times = received.get(agentId + "|" + userid);
        return times == null ? 0 : (int) times.stream().filter(at -> at > from).count();
    }

    public Optional<LoginCodeRow> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /// Codes that can no longer be used.
    public List<LoginCodeRow> expiredCodes(long now) {
        return codes.values().stream().filter(code -> code.expiresAt() <= now).toList();
    }

    /// The ticket of an app, or with 0 the corp's.
    public Optional<TicketRow> ticket(int agentId) {
        return Optional.ofNullable(tickets.get(agentId));
    }

    private static String same(int agentId, String userid, String msgtype, JsonNode content) {
        return agentId + "|" + userid + "|" + msgtype + "|" + content.hashCode();
    }
}
