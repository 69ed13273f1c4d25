package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/// Turns a problem into an answer.
final class ProblemAnswers {
    private ProblemAnswers() {}

    static MutableHttpResponse<Problem> answer(
            HttpRequest<?> request, ProblemException problem, MutableHttpResponse<?> response) {
        Language language = Language.of(request);
        Problem body =
                Problem.of(problem, request.getPath(), RequestId.of(request).traceId(), language);
        response.status(HttpStatus.valueOf(problem.code().status()));
        problem.headers().forEach(response::header);
        return response.contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body);
    }
}
