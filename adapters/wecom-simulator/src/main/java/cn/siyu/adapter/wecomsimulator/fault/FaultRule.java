package cn.siyu.adapter.wecomsimulator.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One rule: what it strikes, how often, when, and what happens then.
///
/// @param id given by the simulator
/// @param corpId the corp; null = every corp
/// @param path for calls: the end of the endpoint's path, such as `add_msg_template`; for
///     callbacks: a part of `event/change type`, such as
///     `change_external_contact/add_external_contact`; for members: the userid; `*` = all
/// @param kind what happens
/// @param rate the share that is struck, 0 to 1; 1 when not given
/// @param skip how many pass before the rule begins to bite
/// @param count how many are struck before the rule is used up; null = without end
/// @param from the rule sleeps before this moment of the corp's clock; null = from the beginning
/// @param until it sleeps again from this moment on; null = for ever
/// @param seed chooses the sequence that a rate below 1 follows
/// @param errcode the code of an ERRCODE or BLOCK fault
/// @param errmsg its text
/// @param afterWork for ERRCODE and HTTP_500: whether the call had its effect all the same
/// @param delayMillis for DELAY: how long the call waits before the work; for TIMEOUT_AFTER_WORK:
///     how long the connection stays open without an answer (60,000 when not given)
/// @param seconds on the corp's clock, as [Kind] says
public record FaultRule(
        int id,
        @Nullable String corpId,
        String path,
        Kind kind,
        double rate,
        int skip,
        @Nullable Integer count,
        @Nullable Instant from,
        @Nullable Instant until,
        long seed,
        int errcode,
        String errmsg,
        boolean afterWork,
        long delayMillis,
        int seconds) {

    /// What a rule strikes.
    public enum Subject {
        CALL,
        CALLBACK,
        MEMBER
    }

    /// What a rule does.
    public enum Kind {
        /// Another errcode than the right one.
        ERRCODE(Subject.CALL, false, 0),
        /// An errcode (45009 when not given), and the same for every call of that API by that corp
        /// in the following `seconds` (60 when not given).
        BLOCK(Subject.CALL, false, 60),
        /// HTTP 500 with an HTML page.
        HTTP_500(Subject.CALL, false, 0),
        /// The work is done, the answer never comes.
        TIMEOUT_AFTER_WORK(Subject.CALL, true, 0),
        /// The connection ends before anything is done.
        RESET_BEFORE_WORK(Subject.CALL, false, 0),
        /// The work is done, then the connection ends without an answer.
        RESET_AFTER_WORK(Subject.CALL, true, 0),
        /// The work is done, then the connection ends behind the answer's headers.
        RESET_AFTER_HEADERS(Subject.CALL, true, 0),
        /// The work is done, then the connection ends in the middle of the body.
        TRUNCATED_BODY(Subject.CALL, true, 0),
        /// The work is done, and a page of HTML comes with status 200 in place of the JSON.
        HTML_BODY(Subject.CALL, true, 0),
        /// The call waits, then goes on as usual.
        DELAY(Subject.CALL, true, 0),
        /// The call's token ends before its time: this call and later ones with it answer 40014.
        VOID_TOKEN(Subject.CALL, true, 0),
        /// Rows that were made less than a while ago are missing from the answer: each shows up
        /// after its own lag of 0 to `seconds` (600 when not given).
        LATE_ROWS(Subject.CALL, true, 600),
        /// The last row of a page comes again as the first row of the next one.
        DUPLICATE_ROWS(Subject.CALL, true, 0),
        /// The event is never delivered.
        CALLBACK_LOST(Subject.CALLBACK, false, 0),
        /// The event is delivered twice.
        CALLBACK_TWICE(Subject.CALLBACK, true, 0),
        /// The event is delivered `seconds` later (86,400 when not given).
        CALLBACK_LATE(Subject.CALLBACK, true, 86_400),
        /// The event is delivered 1 to `seconds` later (60 when not given), so that others overtake
        /// it.
        CALLBACK_REORDERED(Subject.CALLBACK, true, 60),
        /// The event says that it happened `seconds` later than it did (3,600 when not given).
        CALLBACK_FROM_THE_FUTURE(Subject.CALLBACK, true, 3600),
        /// The member never confirms a mass message by itself.
        NEVER_CONFIRMS(Subject.MEMBER, false, 0);

        private final Subject subject;
        private final boolean works;
        private final int usualSeconds;

        Kind(Subject subject, boolean works, int usualSeconds) {
            this.subject = subject;
            this.works = works;
            this.usualSeconds = usualSeconds;
        }

        public Subject subject() {
            return subject;
        }

        public int usualSeconds() {
            return usualSeconds;
        }
    }

    public FaultRule {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be between 0 and 1");
        }
        if (skip < 0 || (count != null && count < 1) || seconds < 0 || delayMillis < 0) {
            throw new IllegalArgumentException("skip, seconds and delayMillis must not be negative, count at least 1");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("from must be before until");
        }
        if (errcode == 0) {
            throw new IllegalArgumentException("errcode 0 is no fault");
        }
    }

    /// Whether a rule is for this one, at this moment of the corp's clock.
    boolean matches(Subject subject, String corp, String name, long now) {
        return kind.subject == subject && (corpId == null || corpId.equals(corp)) && names(name) && isAwake(now);
    }

    private boolean names(String name) {
        return path.equals("*")
                || switch (kind.subject) {
                    case CALL -> name.endsWith(path);
                    case CALLBACK -> name.contains(path);
                    case MEMBER -> name.equalsIgnoreCase(path);
                };
    }

    private boolean isAwake(long now) {
        return (from == null || from.getEpochSecond() <= now) && (until == null || now < until.getEpochSecond());
    }

    /// Whether the work is done although the call fails.
    public boolean works() {
        return switch (kind) {
            case ERRCODE, HTTP_500 -> afterWork;
            default -> kind.works;
        };
    }
}
