package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Problem;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.channel.AllocateVisitor;
import cn.siyu.application.channel.AllocateVisitor.Outcome;
import cn.siyu.application.channel.AllocationRecord;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The public side of contact ways (联系我): whoever opens a printed code's link is led to an
/// account that can take them. People get a page, programs JSON. No cookie is set.
@Controller("/l")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact ways")
final class VisitController {
    private static final Text LINK = new Text("link", "链接");

    private final AllocateVisitor allocate;
    private final HttpClientAddressResolver addresses;

    VisitController(AllocateVisitor allocate, HttpClientAddressResolver addresses) {
        this.allocate = allocate;
        this.addresses = addresses;
    }

    @Get("/{code}")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "visitContactWay",
            summary = "Come by a contact way's link · 打开渠道活码链接",
            description =
                    "Leads a visitor to an account and holds a place there for a while. HTML for people by default, JSON if "
                            + "asked for. HEAD, prefetching browsers and preview robots hold no place.")
    @Parameter(
            name = "visitor",
            in = ParameterIn.QUERY,
            description = "The caller's own key of the visitor; without it, address and browser tell visitors apart",
            schema = @Schema(type = "string", example = "poster-7", maxLength = 200))
    @ApiResponse(
            responseCode = "200",
            description = "Where the visitor was led; without an account while nobody can take the visitor",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = VisitResource.class))
            })
    @ApiResponse(
            responseCode = "410",
            description = "archived",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_PROBLEM,
                            schema = @Schema(implementation = Problem.class)))
    HttpResponse<?> visit(
            HttpRequest<?> request, @PathVariable @Schema(example = "k3m9q2c4", maxLength = 16) String code) {
        String visitor = request.getParameters().get("visitor");
        Outcome outcome = Onlookers.include(request)
                ? allocate.refusal(code).orElse(null)
                : allocate.handle(new AllocateVisitor.Command(
                        code, visitor == null ? VisitorKey.of(addresses.resolve(request), request) : visitor));
        return wantsJson(request) && outcome != null ? json(request, code, outcome) : page(outcome);
    }

    private static MutableHttpResponse<?> json(HttpRequest<?> request, String code, Outcome outcome) {
        Language language = Language.of(request);
        VisitResource visit = switch (outcome) {
            case Outcome.Shown(var allocation, var account, var qrCode, var until) ->
                new VisitResource(
                        IdType.ALLOCATION.format(allocation),
                        AllocationRecord.State.HELD,
                        qrCode,
                        account,
                        until,
                        Text.of("Show qrCode; whoever scans it adds the account.", "请展示 qrCode，扫码即可添加该账号。")
                                .in(language));
            case Outcome.Waiting(var allocation) ->
                new VisitResource(
                        IdType.ALLOCATION.format(allocation),
                        AllocationRecord.State.WAITING,
                        null,
                        null,
                        null,
                        Text.of("Nobody can take the visitor now; open the link again later.", "当前没有账号可接待，请稍后重新打开链接。")
                                .in(language));
            case Outcome.Unknown() -> throw Problems.notFound(LINK, "/l/" + code);
            case Outcome.Gone() ->
                throw Problems.archived(Text.of("The contact way of this link is archived.", "此链接的渠道活码已归档。"));
        };
        return guarded(HttpResponse.ok(visit))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    }

    private static MutableHttpResponse<?> page(@Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> page(HttpStatus.OK, VisitPage.preview());
            case Outcome.Shown(var _, var account, var qrCode, var _) ->
                page(HttpStatus.OK, VisitPage.account(account, qrCode));
            case Outcome.Waiting _ -> page(HttpStatus.OK, VisitPage.waiting());
            case Outcome.Unknown _ -> page(HttpStatus.NOT_FOUND, VisitPage.unknown());
            case Outcome.Gone _ -> page(HttpStatus.GONE, VisitPage.gone());
        };
    }

    private static MutableHttpResponse<?> page(HttpStatus status, VisitPage page) {
        return guarded(HttpResponse.<String>status(status).body(page.html()))
                .contentType("text/html;charset=utf-8")
                .header("Content-Security-Policy", page.policy())
                .header(HttpHeaders.CONTENT_LANGUAGE, Language.ZH.tag());
    }

    private static <T> MutableHttpResponse<T> guarded(MutableHttpResponse<T> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer");
    }

    /// Whether JSON is what is asked for first; whatever a browser sends means a page.
    private static boolean wantsJson(HttpRequest<?> request) {
        for (MediaType type : request.accept()) {
            if (type.getName().equals(MediaType.APPLICATION_JSON)) {
                return true;
            }
            if (type.getName().equals(MediaType.TEXT_HTML) || type.getName().endsWith("/*")) {
                return false;
            }
        }
        return false;
    }
}
