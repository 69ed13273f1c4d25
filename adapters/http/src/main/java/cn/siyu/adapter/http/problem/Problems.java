package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Makes problems. One method per thing that can go wrong; nothing else in the product knows status
/// codes.
public final class Problems {
    private Problems() {}

    /// Any problem without single mistakes.
    public static ProblemException of(ProblemCode code, Text detail) {
        return new ProblemException(code, detail, List.of(), Map.of());
    }

    /// A problem made of one mistake or more; the text counts them.
    public static ProblemException of(ProblemCode code, List<Mistake> mistakes) {
        int count = mistakes.size();
        Text detail = count == 1
                ? mistakes.getFirst().detail()
                : Text.of(
                        "The request has %s mistakes; each stands in errors with its place.",
                        "请求有 %s 处错误，逐一列在 errors 中。", count);
        return new ProblemException(code, detail, mistakes, Map.of());
    }

    /// All mistakes of a body: 422, or 400 `wrong-id-type` if ids of the wrong kind are all that is
    /// wrong.
    public static ProblemException body(List<Mistake> mistakes) {
        boolean idsOnly = mistakes.stream().allMatch(each -> each.code() == ProblemCode.WRONG_ID_TYPE);
        return of(idsOnly ? ProblemCode.WRONG_ID_TYPE : ProblemCode.INVALID_BODY, mistakes);
    }

    /// One mistake of a body that was found after reading it, for instance a reference to a thing
    /// that is not there.
    public static ProblemException body(String pointer, ProblemCode code, Text detail) {
        return of(ProblemCode.INVALID_BODY, List.of(Mistake.at(pointer, code, detail)));
    }

    /// A text makes claims that the persona of the account that would say it never makes.
    public static ProblemException forbiddenClaim(String pointer, List<String> claims) {
        return body(
                pointer,
                ProblemCode.FORBIDDEN_CLAIM,
                Text.of(
                        "The persona of the account never says %s; say it otherwise.",
                        "账号人设禁用：%s；请换一种说法。", String.join("、", claims)));
    }

    /// Mistakes of parameters: 400; if all are of one catalogued 400 kind, of that kind.
    public static ProblemException parameters(List<Mistake> mistakes) {
        ProblemCode first = mistakes.getFirst().code();
        boolean same = first.status() == 400 && mistakes.stream().allMatch(each -> each.code() == first);
        return of(same ? first : ProblemCode.INVALID_PARAMETER, mistakes);
    }

    /// One mistake of a parameter.
    public static ProblemException parameter(String name, ProblemCode code, Text detail) {
        return parameters(List.of(Mistake.inParameter(name, code, detail)));
    }

    /// One mistake of a header.
    public static ProblemException header(String name, ProblemCode code, Text detail) {
        return of(code, List.of(Mistake.inHeader(name, code, detail)));
    }

    /// A resource that is not there, or that the caller may not know about: the two look alike on
    /// purpose.
    public static ProblemException notFound(Text what, String id) {
        return of(
                ProblemCode.NOT_FOUND,
                new Text("There is no " + what.en() + " " + id + " here.", "这里没有" + what.zh() + " " + id + "。"));
    }

    /// A thing whose state does not allow this now, though it may later.
    public static ProblemException conflict(Text detail) {
        return of(ProblemCode.STATE_CONFLICT, detail);
    }

    /// A key that must be unique and is taken.
    public static ProblemException alreadyExists(String pointer, Text detail) {
        return of(ProblemCode.ALREADY_EXISTS, List.of(Mistake.at(pointer, ProblemCode.ALREADY_EXISTS, detail)));
    }

    /// A request that was understood and can never succeed, whatever the state.
    public static ProblemException notAllowed(String pointer, Text detail) {
        return body(pointer, ProblemCode.NOT_ALLOWED, detail);
    }

    /// A resource that was archived and takes no more changes.
    public static ProblemException archived(Text detail) {
        return of(ProblemCode.ARCHIVED, detail);
    }

    /// A service that is not ready; says when to try again.
    public static ProblemException notReady(Text detail, Duration retryAfter) {
        return of(ProblemCode.NOT_READY, detail)
                .with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /// A media type that is not taken here.
    public static ProblemException mediaType(Collection<String> taken) {
        String list = String.join(", ", taken);
        return of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                List.of(Mistake.inHeader(
                        "Content-Type",
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        Text.of("Send the body as %s.", "请以 %s 发送请求体。", list))));
    }

    /// A body above the limit.
    public static ProblemException bodyTooLarge(long limitBytes) {
        return of(
                ProblemCode.BODY_TOO_LARGE,
                Text.of(
                        "The body is larger than %s bytes. Send fewer items at a time, or use an import.",
                        "请求体超过 %s 字节。请减少每次的条数，或使用导入。", limitBytes));
    }
}
