package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The catalogue of problems, public, so that a `type` in an error can simply be opened.
@Controller("/problems")
@Tag(name = "Problems")
final class ProblemsController {
    @Get
    @Operation(
            operationId = "listProblems",
            summary = "List all kinds of problems · 列出全部问题代码",
            description = "Each code with its meaning, usual causes and remedy.")
    HttpResponse<ProblemCatalogue> list(HttpRequest<?> request) {
        Language language = Language.of(request);
        return inLanguage(language, new ProblemCatalogue(ProblemPages.all(language)));
    }

    @Get("/{code}")
    @Operation(
            operationId = "getProblem",
            summary = "Explain one kind of problem · 解释一个问题代码",
            description = "What the code means, what usually causes it, and what to do.")
    @ApiResponse(
            responseCode = "404",
            description = "not-found",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                            schema = @Schema(implementation = Problem.class)))
    @ApiResponse(responseCode = "200", description = "The code, explained")
    HttpResponse<ProblemPage> show(
            HttpRequest<?> request, @PathVariable @Schema(example = "wrong-id-type", maxLength = 60) String code) {
        Language language = Language.of(request);
        ProblemCode known =
                ProblemCode.of(code).orElseThrow(() -> Problems.notFound(new Text("problem code", "问题代码"), code));
        return inLanguage(language, ProblemPages.page(known, language));
    }

    private static <T> HttpResponse<T> inLanguage(Language language, T body) {
        return HttpResponse.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
