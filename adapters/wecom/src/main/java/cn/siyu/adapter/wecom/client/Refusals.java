package cn.siyu.adapter.wecom.client;

import static cn.siyu.application.channel.port.NotDoneReason.CONFLICT;
import static cn.siyu.application.channel.port.NotDoneReason.CREDENTIAL;
import static cn.siyu.application.channel.port.NotDoneReason.FORBIDDEN;
import static cn.siyu.application.channel.port.NotDoneReason.INVALID;
import static cn.siyu.application.channel.port.NotDoneReason.NOT_FOUND;
import static cn.siyu.application.channel.port.NotDoneReason.NO_RECIPIENT;
import static cn.siyu.application.channel.port.NotDoneReason.QUOTA;
import static cn.siyu.application.channel.port.NotDoneReason.THROTTLED;
import static cn.siyu.application.channel.port.NotDoneReason.TOO_LATE;

import cn.siyu.application.channel.port.NotDoneReason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The error codes that prove that a call had no effect, with what they mean to the core
/// (全局错误码).
///
/// A code gets onto this list by evidence only: it names a check that the platform makes before it
/// acts. -1 (system busy), 6000 (version conflict), 45036 (abnormal traffic) and everything unknown
/// stay off it, so that a send which got one of them is looked up before anybody thinks of sending
/// again.
public final class Refusals {
    /// What a code means.
    ///
    /// @param retryAfter how long to wait; null when waiting alone does not help
    public record Refusal(NotDoneReason reason, @Nullable Duration retryAfter) {}

    private static final Map<Long, Refusal> PROVEN = new HashMap<>();

    static {
        prove(CREDENTIAL, Duration.ZERO, 40001, 40014, 41001, 42001);
        // the block lasts as long as its window, a minute or an hour; after a minute the next refusal is cheap
        prove(THROTTLED, Duration.ofMinutes(1), 45009);
        prove(THROTTLED, Duration.ofSeconds(1), 45033);
        prove(CONFLICT, Duration.ofSeconds(2), 45035, 41063, 41096);
        prove(QUOTA, null, 40126, 40144, 41045, 41094);
        prove(FORBIDDEN, null, 40013, 40091, 41002, 41004, 48002, 48005, 48006, 48011, 50002, 50003, 60011, 60020);
        prove(FORBIDDEN, null, 60021, 81011, 84074, 301002, 610023, 610024, 41054, 41058);
        prove(NOT_FOUND, null, 40003, 40050, 40068, 40096, 41044, 41047, 60003, 60111, 60123, 84061, 84084);
        prove(NO_RECIPIENT, null, 41048);
        prove(TOO_LATE, null, 41050, 41051, 41093);
        prove(INVALID, null, 40004, 40005, 40006, 40007, 40008, 40031, 40032, 40035, 40036, 40058, 40063, 40066);
        prove(INVALID, null, 40071, 40072, 40145, 40206, 41009, 41017, 41018, 41035, 41037, 41038, 41039, 41040);
        prove(INVALID, null, 41041, 41042, 41043, 41046, 41049, 41064, 41065, 41072, 41088, 41089, 44001, 44004);
        prove(NOT_FOUND, null, 40037, 40088, 41059, 41060, 49008, 90501);
        prove(CONFLICT, Duration.ofSeconds(10), 41078, 41079);
        prove(QUOTA, null, 41055, 41095, 41210);
        prove(FORBIDDEN, null, 41200, 41211, 41305);
        prove(INVALID, null, 41061, 41062, 41067, 41080, 41081, 41082, 41090, 41091, 60268, 81017);
        prove(NOT_FOUND, null, 40029, 41070, 41071, 41074, 41075, 81013, 90509, 90511, 610014);
        prove(QUOTA, null, 41069, 41202);
        prove(FORBIDDEN, null, 41057, 610016, 610018);
        prove(INVALID, null, 41056, 41068, 41073, 41076, 41077, 41083, 41084, 41085, 41086, 41087);
        prove(INVALID, null, 45001, 45002, 50100, 90206, 90207, 600018);
    }

    private Refusals() {}

    private static void prove(NotDoneReason reason, @Nullable Duration retryAfter, long... codes) {
        for (var code : codes) {
            if (PROVEN.put(code, new Refusal(reason, retryAfter)) != null) {
                throw new IllegalStateException("listed twice: " + code);
            }
        }
    }

    public static Optional<Refusal> of(long errcode) {
        return Optional.ofNullable(PROVEN.get(errcode));
    }
}
