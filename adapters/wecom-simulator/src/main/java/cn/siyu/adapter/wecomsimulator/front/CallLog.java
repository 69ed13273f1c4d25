package cn.siyu.adapter.wecomsimulator.front;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last calls of the platform's API, oldest first; bounded, so that a long run does not fill
/// the memory.
public final class CallLog {
    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /// One call.
    ///
    /// @param number counts the calls from 1
    /// @param corpId `""` when the call named none
    /// @param at seconds since 1970 on the corp's clock
    /// @param realMillis milliseconds since 1970 on the machine's clock
    /// @param status the HTTP status; 0 when no answer was sent
    /// @param errcode what was answered, or what the work came to when no answer was sent
    /// @param fault the fault it met, null for none
    /// @param worked whether the endpoint was reached and answered 0
    /// @param request the body's first characters, without secrets
    public record Entry(
            long number,
            String corpId,
            int agentId,
            String method,
            String path,
            long at,
            long realMillis,
            int status,
            int errcode,
            @Nullable String fault,
            boolean worked,
            long micros,
            String request) {}

    public CallLog(int most) {
        this.most = most;
    }

    synchronized long nextNumber() {
        return ++last;
    }

    synchronized void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > most) {
            entries.removeFirst();
        }
    }

    /// The calls after a number, of one corp.
    public List<Entry> after(long number, String corpId) {
        return after(number).stream()
                .filter(entry -> entry.corpId().equals(corpId))
                .toList();
    }

    /// The calls after a number.
    public synchronized List<Entry> after(long number) {
        return entries.stream().filter(entry -> entry.number() > number).toList();
    }
}
