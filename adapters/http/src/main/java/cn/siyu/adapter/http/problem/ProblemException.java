package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Ends a request with a problem. Thrown in this module only, never by a use case: there a "no" is
/// a value.
public final class ProblemException extends RuntimeException {
    private final ProblemCode code;
    private final transient Text detail;
    private final transient List<Mistake> mistakes;
    private final transient Map<String, String> headers;

    ProblemException(ProblemCode code, Text detail, List<Mistake> mistakes, Map<String, String> headers) {
        // no stack trace: it is an answer, not a fault, and is made often
        super(code.code() + ": " + detail.en(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.mistakes = List.copyOf(mistakes);
        this.headers = Map.copyOf(headers);
    }

    /// What kind of problem it is.
    public ProblemCode code() {
        return code;
    }

    /// What happened this time, and what to do.
    public Text detail() {
        return detail;
    }

    /// The single mistakes, in document order.
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /// Headers of the answer, such as `Retry-After`.
    public Map<String, String> headers() {
        return headers;
    }

    /// The same problem with one more header.
    public ProblemException with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ProblemException(code, detail, mistakes, more);
    }
}
