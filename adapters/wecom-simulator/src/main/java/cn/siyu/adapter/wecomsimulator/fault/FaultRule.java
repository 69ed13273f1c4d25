package cn.siyu.adapter.wecomsimulator.fault;

import org.jspecify.annotations.Nullable;

/// One rule: which calls, how often, and what happens to them.
///
/// @param id given by the simulator
/// @param corpId the corp; null = every corp
/// @param path the end of the endpoint's path, such as `add_msg_template`; `*` = every endpoint
/// @param kind what happens
/// @param rate the share of matching calls that fail, 0 to 1; 1 when not given
/// @param skip how many matching calls pass before the rule begins to bite
/// @param count how many calls fail before the rule is used up; null = without end
/// @param errcode the code of an ERRCODE fault; -1 when not given
/// @param errmsg its text
/// @param afterWork for ERRCODE and HTTP_500: whether the call had its effect all the same
/// @param delayMillis for DELAY: how long the call waits before the work; for TIMEOUT_AFTER_WORK: how long
/// the connection stays open without an answer (60,000 when not given)
public record FaultRule(
        int id,
        @Nullable String corpId,
        String path,
        Kind kind,
        double rate,
        int skip,
        @Nullable Integer count,
        int errcode,
        String errmsg,
        boolean afterWork,
        long delayMillis) {

    /// What a rule does to a call.
    public enum Kind {
        /// Another errcode than the right one.
        ERRCODE,
        /// HTTP 500 with an HTML page.
        HTTP_500,
        /// The work is done, the answer never comes.
        TIMEOUT_AFTER_WORK,
        /// The connection ends before anything is done.
        RESET_BEFORE_WORK,
        /// The work is done, then the connection ends without an answer.
        RESET_AFTER_WORK,
        /// The work is done, then the connection ends in the middle of the body.
        TRUNCATED_BODY,
        /// The work is done, and a page of HTML comes with status 200 in place of the JSON.
        HTML_BODY,
        /// The call waits, then goes on as usual.
        DELAY
    }

    boolean matches(String corp, String called) {
        return (corpId == null || corpId.equals(corp)) && (path.equals("*") || called.endsWith(path));
    }

    /// Whether the work is done although the call fails.
    public boolean works() {
        return switch (kind) {
            case ERRCODE, HTTP_500 -> afterWork;
            case RESET_BEFORE_WORK -> false;
            case TIMEOUT_AFTER_WORK, RESET_AFTER_WORK, TRUNCATED_BODY, HTML_BODY, DELAY -> true;
        };
    }
}
