package cn.siyu.adapter.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/// Answers with the problem that was thrown.
@Singleton
final class ProblemHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes") // the framework declares it so
    public HttpResponse<?> handle(HttpRequest request, ProblemException problem) {
        return ProblemAnswers.answer((HttpRequest<?>) request, problem, HttpResponse.ok());
    }
}
