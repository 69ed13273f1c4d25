package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.customer.IdentityTaken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// The refusals of the core that are exceptions because they come out of the store: what nobody
/// answered in better
/// words on the way becomes 409.
final class CoreHandlers {
    private CoreHandlers() {}

    @Singleton
    static final class OfStale implements ExceptionHandler<StaleAggregate, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, StaleAggregate stale) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            Text.of(
                                    "Somebody else changed this at the same moment. Read it again and repeat.",
                                    "此内容同时被他人修改。请重新读取后再试。")),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfTaken implements ExceptionHandler<AlreadyExists, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, AlreadyExists taken) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.ALREADY_EXISTS,
                            Text.of("%s is taken already: %s.", "%s 已被使用：%s。", taken.what(), taken.key())),
                    HttpResponse.ok());
        }
    }

    @Singleton
    static final class OfIdentityTaken implements ExceptionHandler<IdentityTaken, HttpResponse<?>> {
        @Override
        @SuppressWarnings("rawtypes") // the framework declares it so
        public HttpResponse<?> handle(HttpRequest request, IdentityTaken taken) {
            return ProblemAnswers.answer(
                    (HttpRequest<?>) request,
                    Problems.of(
                            ProblemCode.CONCURRENT_CHANGE,
                            Text.of(
                                    "Somebody else brings the same new customer at this moment. Repeat the request.",
                                    "他人正同时带来同一位新客户。请重试。")),
                    HttpResponse.ok());
        }
    }
}
