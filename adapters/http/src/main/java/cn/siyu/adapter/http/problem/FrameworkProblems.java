package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the framework refuses by itself (no route, wrong method, not acceptable, unreadable), in
/// the form of all problems. Its own texts name classes and parameters of the code, so they are
/// never passed on.
@Singleton
@Primary
final class FrameworkProblems implements ErrorResponseProcessor<Problem> {
    private static final Text NOT_HTTP = Text.of(
            "The request line or a header can't be understood. Characters beyond ASCII in an address must be percent-encoded as UTF-8; with curl: -G --data-urlencode \"nickname=老王\".",
            "无法理解请求行或请求头。地址中的非 ASCII 字符须按 UTF-8 百分号编码；用 curl 时请写：-G --data-urlencode \"nickname=老王\"。");

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        return ProblemAnswers.answer(request, problem(context, request, response), response);
    }

    private static ProblemException problem(
            ErrorContext context, HttpRequest<?> request, MutableHttpResponse<?> response) {
        int status = response.code();
        return switch (status) {
            case 401 ->
                Problems.of(
                        ProblemCode.CREDENTIAL_MISSING,
                        Text.of("Send a key as Authorization: Bearer key_….", "请以 Authorization: Bearer key_… 携带密钥。"));
            case 403 -> Problems.of(ProblemCode.SCOPE_MISSING, Text.of("This is not allowed.", "不允许此操作。"));
            case 404 ->
                Problems.of(
                        ProblemCode.ROUTE_NOT_FOUND,
                        Text.of(
                                "There is nothing at this path. The paths are listed at /docs.",
                                "此路径下没有内容。全部路径见 /docs。"));
            case 405 -> methodNotAllowed(request, response);
            case 406 ->
                Problems.header(
                        HttpHeaders.ACCEPT,
                        ProblemCode.NOT_ACCEPTABLE,
                        Text.of(
                                "This is not available in the form you accept; ask for application/json.",
                                "无法以所要求的格式返回，请接受 application/json。"));
            case 413 -> Problems.of(ProblemCode.BODY_TOO_LARGE, Text.of("The request is too large.", "请求过大。"));
            case 415 ->
                Problems.of(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        Text.of(
                                "The body has a media type that is not taken here; most paths take application/json.",
                                "此处不接受该类型的请求体；多数路径接受 application/json。"));
            default -> status >= 400 && status < 500 ? unreadable(context) : fault(context, request);
        };
    }

    private static ProblemException methodNotAllowed(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String allowed = String.join(", ", response.getHeaders().getAll(HttpHeaders.ALLOW));
        return Problems.of(
                ProblemCode.METHOD_NOT_ALLOWED,
                Text.of("%s is not possible here; possible: %s.", "此处不支持 %s；支持：%s。", request.getMethodName(), allowed));
    }

    private static ProblemException unreadable(ErrorContext context) {
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof UnsatisfiedRouteException route) {
            return invalid(route.getArgument().getName());
        }
        if (cause instanceof ConversionErrorException conversion) {
            return invalid(conversion.getArgument().getName());
        }
        if (cause instanceof JsonSyntaxException) {
            return Problems.of(ProblemCode.MALFORMED_JSON, Text.of("The body is not JSON.", "请求体不是 JSON。"));
        }
        return Problems.of(ProblemCode.MALFORMED_REQUEST, NOT_HTTP);
    }

    private static ProblemException invalid(String parameter) {
        return Problems.parameter(
                parameter,
                ProblemCode.INVALID_PARAMETER,
                Text.of("%s is missing or has a wrong form.", "参数 %s 缺失或格式不正确。", parameter));
    }

    private static ProblemException fault(ErrorContext context, HttpRequest<?> request) {
        RequestId id = RequestId.of(request);
        LOG.error(
                "{} {} failed, trace {}",
                request.getMethodName(),
                request.getPath(),
                id.traceId(),
                context.getRootCause().orElse(null));
        return UnexpectedHandler.masked(id);
    }
}
