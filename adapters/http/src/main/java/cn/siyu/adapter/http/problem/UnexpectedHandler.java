package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A fault of ours: the client gets a trace id and nothing else, the log gets everything.
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // the framework declares it so
    public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
        HttpRequest<?> of = request;
        LOG.error(
                "{} {} failed, trace {}",
                of.getMethodName(),
                of.getPath(),
                RequestId.of(of).traceId(),
                fault);
        return ProblemAnswers.answer(of, masked(RequestId.of(of)), HttpResponse.ok());
    }

    static ProblemException masked(RequestId id) {
        return Problems.of(
                ProblemCode.INTERNAL_ERROR,
                Text.of(
                        "Something went wrong on our side. Tell support the trace id %s.",
                        "服务器内部出错。请向支持人员提供追踪编号 %s。", id.traceId()));
    }
}
