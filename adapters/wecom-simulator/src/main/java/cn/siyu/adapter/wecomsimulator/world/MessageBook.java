package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's mass messages and welcome codes, and the ledger of what was delivered (送达台账).
public final class MessageBook {
    private static final MessageRow.Control UNTOUCHED = new MessageRow.Control("", false, List.of());
    private final Map<String, MessageRow> byId = new HashMap<>();
    private final NavigableMap<Integer, MessageRow> inOrder = new TreeMap<>();
    private final Map<String, MessageRow.Control> controls = new LinkedHashMap<>();
    private final Map<String, Map<String, TaskSent>> sent = new HashMap<>();
    private final Map<String, WelcomeCodeRow> codes = new LinkedHashMap<>();
    private final Map<String, WelcomeCodeRow.Used> used = new LinkedHashMap<>();
    private final List<Entry> ledger = new ArrayList<>();

    /// A row of the ledger.
    ///
    /// @param first the number of its first delivery; deliveries are counted from 1 over the whole
    ///     corp
    public record Entry(long first, LedgerRow row) {
        /// The number of its last delivery.
        public long last() {
            return behind() - 1;
        }

        private long behind() {
            return first
                    + switch (row) {
                        case WelcomeSent _, TransferNotice _, ConclusionSent _, GroupWelcomed _ -> 1;
                        case TaskSent task -> task.statuses().length();
                    };
        }
    }

    void apply(MessageRow row) {
        byId.put(row.msgid(), row);
        inOrder.put(row.sequence(), row);
    }

    void apply(MessageRow.Control row) {
        controls.put(row.msgid(), row);
    }

    /// A member's part was sent; whom it reached is counted there.
    void apply(TaskSent row, ChatBook chats, Contacts contacts) {
        sent.computeIfAbsent(row.msgid(), _ -> new HashMap<>()).put(row.userid(), row);
        enter(row);
        for (var i = 0; i < row.chats().size(); i++) {
            if (row.status(i) == 1) {
                chats.countReceived(row.chats().get(i), row.at());
            }
        }
        var customers = message(row.msgid()).orElseThrow().tasks().stream()
                .filter(each -> each.userid().equals(row.userid()))
                .findFirst()
                .orElseThrow()
                .customers();
        for (var i = 0; i < customers.length; i++) {
            if (row.status(i) == 1) {
                contacts.countReceived(customers[i], row.at());
            }
        }
    }

    void apply(GroupWelcomed row) {
        enter(row);
    }

    void apply(WelcomeSent row) {
        enter(row);
    }

    void apply(TransferNotice row) {
        enter(row);
    }

    void apply(ConclusionSent row) {
        enter(row);
    }

    void apply(WelcomeCodeRow row) {
        codes.put(row.code(), row);
    }

    void apply(WelcomeCodeRow.Used row) {
        used.put(row.code(), row);
    }

    void apply(WelcomeCodeRow.Spent row) {
        codes.remove(row.code());
        used.remove(row.code());
    }

    Stream<Row> rows() {
        return Stream.of(
                        inOrder.values().stream(),
                        controls.values().stream(),
                        ledger.stream().map(Entry::row),
                        codes.values().stream(),
                        used.values().stream())
                .flatMap(rows -> rows);
    }

    public int count() {
        return byId.size();
    }

    /// To how many customers members were asked to send, over all messages.
    public long recipients() {
        return byId.values().stream()
                .flatMap(message -> message.tasks().stream())
                .mapToLong(task -> task.customers().length)
                .sum();
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<MessageRow> message(String msgid) {
        return Optional.ofNullable(byId.get(msgid));
    }

    /// The messages by number, oldest first.
    public NavigableMap<Integer, MessageRow> inOrder() {
        return inOrder;
    }

    public MessageRow.Control control(String msgid) {
        return controls.getOrDefault(msgid, UNTOUCHED);
    }

    /// What a member sent of a message, once it has confirmed.
    public Optional<TaskSent> sent(String msgid, String userid) {
        return Optional.ofNullable(sent.getOrDefault(msgid, Map.of()).get(userid));
    }

    public Optional<WelcomeCodeRow> code(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /// Who has used a code, and when.
    public Optional<WelcomeCodeRow.Used> used(String code) {
        return Optional.ofNullable(used.get(code));
    }

    /// The welcome code that can still be used for two people.
    public Optional<WelcomeCodeRow> codeFor(int customer, String userid, long now) {
        return codes.values().stream()
                .filter(code -> code.customer() == customer && code.expiresAt() >= now)
                .filter(code -> code.userid().equals(userid) && !used.containsKey(code.code()))
                .findFirst();
    }

    /// Codes that can no longer be used.
    public List<WelcomeCodeRow> expiredCodes(long now) {
        return codes.values().stream().takeWhile(code -> code.expiresAt() < now).toList();
    }

    /// Rows with deliveries behind a number, in the order in which they happened.
    /// @param after the number of the last delivery that is known already; 0 = none
    /// @param most how many rows at most
    public List<Entry> ledger(long after, int most) {
        var low = 0;
        for (var high = ledger.size(); low < high; ) {
            var middle = (low + high) >>> 1;
            if (ledger.get(middle).behind() <= after + 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return List.copyOf(ledger.subList(low, Math.min(ledger.size(), low + most)));
    }

    private void enter(LedgerRow row) {
        ledger.add(new Entry(ledger.isEmpty() ? 1 : ledger.getLast().behind(), row));
    }
}
