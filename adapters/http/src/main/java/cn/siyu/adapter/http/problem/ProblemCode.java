package cn.siyu.adapter.http.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every kind of problem the API can report. A code never changes its meaning; its texts (title,
/// meaning, causes, remedy) stand in `problems_en.properties` and `problems_zh.properties`.
///
/// Codes of status 422 that describe one mistake (`missing`, `too-long` and so on) appear in the
/// `errors` of a problem.
public enum ProblemCode {
    MALFORMED_REQUEST(400),
    MALFORMED_JSON(400),
    BODY_MISSING(400),
    INVALID_PARAMETER(400),
    UNKNOWN_PARAMETER(400),
    MALFORMED_ID(400),
    WRONG_ID_TYPE(400),
    CURSOR_MISMATCH(400),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_INVALID(400),

    CREDENTIAL_MISSING(401),
    CREDENTIAL_INVALID(401),
    CREDENTIAL_EXPIRED(401),
    SCOPE_MISSING(403),

    NOT_FOUND(404),
    ROUTE_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),

    STATE_CONFLICT(409),
    ALREADY_EXISTS(409),
    IDEMPOTENCY_IN_PROGRESS(409, true),
    CONCURRENT_CHANGE(409, true),
    ARCHIVED(410),
    VERSION_STALE(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    VERSION_REQUIRED(428),
    QUOTA_EXCEEDED(429, true),

    INVALID_BODY(422),
    IDEMPOTENCY_KEY_REUSED(422),
    UNKNOWN_PROPERTY(422),
    DUPLICATE_PROPERTY(422),
    READ_ONLY(422),
    MISSING(422),
    WRONG_TYPE(422),
    EMPTY(422),
    TOO_LONG(422),
    TOO_MANY(422),
    TOO_FEW(422),
    OUT_OF_RANGE(422),
    NOT_ONE_OF(422),
    BAD_FORMAT(422),
    BAD_CHARACTER(422),
    NOT_ALLOWED(422),
    REFERENCE_UNKNOWN(422),
    UNKNOWN_VARIABLE(422),
    TEMPLATE_SYNTAX(422),
    FALLBACK_NEEDED(422),
    INVALID_EXPRESSION(422),
    ALREADY_PAST(422),
    CONTRADICTION(422),
    FORBIDDEN_CLAIM(422),

    INTERNAL_ERROR(500, true),
    NOT_READY(503, true);

    private final int status;
    private final boolean retryable;

    ProblemCode(int status) {
        this(status, false);
    }

    ProblemCode(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// Whether the same request may succeed later, unchanged.
    public boolean retryable() {
        return retryable;
    }

    /// The code on the wire, such as `wrong-id-type`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The problem type, which is also the path of its page.
    public String type() {
        return "/problems/" + code();
    }

    /// Finds a code as it stands on the wire.
    public static Optional<ProblemCode> of(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
