package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The conditions of a change: `If-Match` says which version its author has seen,
/// `If-None-Match: *` that there must be none. A controller takes it as an argument.
public final class Conditions {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})(?:-[0-9a-f]+)?\"");

    private final @Nullable String ifMatch;
    private final @Nullable String ifNoneMatch;

    Conditions(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        this.ifMatch = ifMatch;
        this.ifNoneMatch = ifNoneMatch;
    }

    /// Refuses a change of configuration whose author has not seen the current version: 428 if none
    /// is named, 412 if it is another.
    public void requireVersion(int current) {
        if (ifMatch == null) {
            throw refusal(
                    ProblemCode.VERSION_REQUIRED,
                    current,
                    Text.of(
                            "Send the ETag of the version you have seen as If-Match; the current version is %s.",
                            "请以 If-Match 发送所读取版本的 ETag；当前版本为 %s。", current));
        }
        checkVersion(current);
    }

    /// As [#requireVersion], but a request without `If-Match` passes.
    public void checkVersion(int current) {
        if (ifMatch != null && !ifMatch.strip().equals("*") && !names(current)) {
            throw refusal(
                    ProblemCode.VERSION_STALE,
                    current,
                    Text.of(
                            "The current version is %s, not the one in If-Match. Read it again and repeat your change.",
                            "当前版本为 %s，与 If-Match 不符。请重新读取后再修改。", current));
        }
    }

    /// Whether a PUT may only create.
    public boolean createOnly() {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }

    private boolean names(int current) {
        Matcher matcher = VERSION.matcher(ifMatch == null ? "" : ifMatch);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group(1)) == current) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException refusal(ProblemCode code, int current, Text detail) {
        return Problems.of(code, List.of(Mistake.inHeader(HttpHeaders.IF_MATCH, code, detail)))
                .with(HttpHeaders.ETAG, "\"" + current + "\"");
    }
}
