package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.csv.CsvBody;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/// The problems that an operation can have because of what it is: protected, below a brand, with a
/// body, a change.
final class UsualProblems {
    private UsualProblems() {}

    static List<ProblemCode> of(boolean open, boolean scoped, String path, List<Class<?>> arguments, boolean once) {
        var codes = new ArrayList<ProblemCode>();
        codes.add(ProblemCode.NOT_ACCEPTABLE);
        codes.add(ProblemCode.INTERNAL_ERROR);
        if (!open) {
            codes.addAll(List.of(
                    ProblemCode.UNKNOWN_PARAMETER,
                    ProblemCode.INVALID_PARAMETER,
                    ProblemCode.CREDENTIAL_MISSING,
                    ProblemCode.CREDENTIAL_INVALID,
                    ProblemCode.CREDENTIAL_EXPIRED));
        }
        if (scoped) {
            codes.add(ProblemCode.SCOPE_MISSING);
        }
        if (path.contains("{")) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (path.endsWith("}") && path.startsWith("/v1/")) {
            codes.addAll(List.of(ProblemCode.MALFORMED_ID, ProblemCode.WRONG_ID_TYPE));
        }
        if (arguments.contains(JsonBody.class)) {
            codes.addAll(List.of(
                    ProblemCode.MALFORMED_JSON,
                    ProblemCode.BODY_MISSING,
                    ProblemCode.BODY_TOO_LARGE,
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    ProblemCode.INVALID_BODY));
        }
        if (arguments.contains(CsvBody.class)) {
            codes.addAll(List.of(
                    ProblemCode.MALFORMED_REQUEST,
                    ProblemCode.BODY_MISSING,
                    ProblemCode.BODY_TOO_LARGE,
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    ProblemCode.INVALID_BODY));
        }
        if (arguments.contains(Write.class)) {
            codes.addAll(List.of(
                    ProblemCode.IDEMPOTENCY_KEY_INVALID,
                    ProblemCode.IDEMPOTENCY_IN_PROGRESS,
                    ProblemCode.CONCURRENT_CHANGE,
                    ProblemCode.IDEMPOTENCY_KEY_REUSED));
        }
        if (once) {
            codes.add(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        if (arguments.contains(Conditions.class)) {
            codes.addAll(List.of(ProblemCode.VERSION_STALE, ProblemCode.VERSION_REQUIRED));
        }
        return codes;
    }
}
