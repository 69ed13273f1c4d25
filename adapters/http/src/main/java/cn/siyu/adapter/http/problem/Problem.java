package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Problem details (RFC 9457), the body of every error.
///
/// @param type path of the page that explains this kind of problem
/// @param title the kind of problem in a few words
/// @param status the HTTP status
/// @param detail what happened this time, and what to do
/// @param instance path of the request
/// @param code stable code of the kind of problem
/// @param traceId names this request; tell it when you ask for help
/// @param retryable whether the same request may succeed later
/// @param docs link to the explanation in the language of this answer
/// @param errors each mistake of the request, in document order
@Serdeable
@Schema(description = "Problem details (RFC 9457)")
public record Problem(
        @Schema(example = "/problems/invalid-body", maxLength = 100)
        String type,

        @Schema(example = "The body has mistakes", maxLength = 200)
        String title,

        @Schema(example = "422", minimum = "400", maximum = "599")
        int status,

        @Schema(example = "The body has 1 mistake; see errors.", maxLength = 2000)
        String detail,

        @Schema(example = "/v1/brands/demo/tags", maxLength = 4000)
        String instance,

        @Schema(example = "invalid-body", maxLength = 60) String code,

        @Schema(example = "4bf92f3577b34da6a3ce929d0e0e4736", maxLength = 128)
        String traceId,

        @Schema(example = "false") boolean retryable,

        @Schema(example = "/problems/invalid-body?lang=en", maxLength = 100)
        String docs,

        @ArraySchema(maxItems = 100) List<Item> errors) {

    /// One mistake; exactly one of `pointer`, `parameter` and `header` says where it is.
    ///
    /// @param code kind of mistake
    /// @param detail what to change
    /// @param pointer JSON Pointer into the body
    /// @param parameter name of a path or query parameter
    /// @param header name of a header
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemItem", description = "One mistake of a request")
    public record Item(
            @Schema(example = "missing", maxLength = 60) String code,

            @Schema(example = "name is missing.", maxLength = 2000)
            String detail,

            @Nullable @Schema(example = "/name", maxLength = 1000)
            String pointer,

            @Nullable @Schema(example = "limit", maxLength = 200)
            String parameter,

            @Nullable @Schema(example = "If-Match", maxLength = 200)
            String header) {

        static Item of(Mistake mistake, Language language) {
            String code = mistake.code().code();
            String detail = mistake.detail().in(language);
            return switch (mistake.place()) {
                case Mistake.Place.Pointer(var value) -> new Item(code, detail, value, null, null);
                case Mistake.Place.Parameter(var name) -> new Item(code, detail, null, name, null);
                case Mistake.Place.Header(var name) -> new Item(code, detail, null, null, name);
            };
        }
    }

    /// The details of a problem that concerns a part of a request.
    public static Problem of(HttpRequest<?> request, ProblemException problem) {
        return of(problem, request.getPath(), RequestId.of(request).traceId(), Language.of(request));
    }

    static Problem of(ProblemException problem, String path, String traceId, Language language) {
        ProblemCode code = problem.code();
        return new Problem(
                code.type(),
                ProblemPages.page(code, language).title(),
                code.status(),
                problem.detail().in(language),
                path,
                code.code(),
                traceId,
                code.retryable(),
                code.type() + "?lang=" + language.tag(),
                problem.mistakes().stream().map(each -> Item.of(each, language)).toList());
    }
}
