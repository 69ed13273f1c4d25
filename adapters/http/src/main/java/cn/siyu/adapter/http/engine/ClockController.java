package cn.siyu.adapter.http.engine;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.engine.AdvanceClock;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.application.engine.port.ClockAdvances;
import cn.siyu.application.engine.port.Clockwork;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What time it is for a brand, and the advances of a sandbox's clock (沙箱时钟).
@Controller("/v1/brands/{brand}/clock")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sandbox clock")
final class ClockController implements Contract.Owner {
    private static final Listing ADVANCES = Listing.inOrderOf("-createdAt").build();
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Text ADVANCE = new Text("clock advance", "时钟推进");

    private final Brands brands;
    private final BrandClock clock;
    private final AdvanceClock advance;
    private final ClockAdvances advances;
    private final Clockwork clockwork;
    private final Lists lists;

    ClockController(
            Brands brands,
            BrandClock clock,
            AdvanceClock advance,
            ClockAdvances advances,
            Clockwork clockwork,
            Lists lists) {
        this.brands = brands;
        this.clock = clock;
        this.advance = advance;
        this.advances = advances;
        this.clockwork = clockwork;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listClockAdvances", ADVANCES)
                .body("advanceClock", ClockController::by, "{\"by\":\"P7D\"}")
                .problems("advanceClock", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.BRANDS_READ)
    @Get
    @Operation(
            operationId = "getClock",
            summary = "What time it is for the brand · 查询品牌当前时间",
            description =
                    "The clock of a live brand is the world's. A sandbox has one of its own that moves when advanced.")
    ClockResource show(Caller caller) {
        var brand = brands.find(caller.brand()).orElseThrow();
        @Nullable
        ClockAdvanceResource running = advances.latest(caller.brand(), Long.MAX_VALUE, 1).stream()
                .filter(latest -> latest.state() == ClockAdvance.State.RUNNING)
                .map(ClockAdvanceResource::of)
                .findFirst()
                .orElse(null);
        return new ClockResource(brand.mode(), clock.now(caller.brand()), running);
    }

    @Needs(Scope.CLOCK_WRITE)
    @Post("/advances")
    @Operation(
            operationId = "advanceClock",
            summary = "Advance a sandbox's clock · 推进沙箱时钟",
            description =
                    "Begins to advance and answers at once; read the advance until it is no longer RUNNING. All that falls "
                            + "due on the way is done, and the simulated customers and staff live on in step.")
    @ApiResponse(responseCode = "202", description = "The clock is on its way", useReturnTypeSchema = true)
    HttpResponse<ClockAdvanceResource> begin(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        var begun = new AtomicReference<@Nullable ClockAdvance>();
        HttpResponse<ClockAdvanceResource> answer = write.run(() -> {
            ClockAdvance wanted = ask(caller, body.read(ClockController::by));
            begun.set(wanted);
            ClockAdvanceResource resource = ClockAdvanceResource.of(wanted);
            return HttpResponse.<ClockAdvanceResource>status(HttpStatus.ACCEPTED)
                    .header(
                            HttpHeaders.LOCATION,
                            URI.create(request.getPath() + "/" + resource.id()).toString())
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .body(resource);
        });
        ClockAdvance wanted = begun.get();
        // not after a trial, and not for a repeat, which did no work
        if (wanted != null && answer.code() == HttpStatus.ACCEPTED.getCode()) {
            clockwork.carryOut(wanted);
        }
        return answer;
    }

    @Needs(Scope.BRANDS_READ)
    @Takes(Takes.LISTING)
    @Get("/advances")
    @Operation(
            operationId = "listClockAdvances",
            summary = "List the advances of a sandbox's clock · 列出沙箱时钟推进记录",
            description = "The newest comes first.")
    Page<ClockAdvanceResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(ADVANCES, request);
        Place after = query.page().after();
        List<ClockAdvance> rows = advances.latest(
                caller.brand(),
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(
                query, rows, row -> new Place(row.createdAt().toString(), row.id()), ClockAdvanceResource::of);
    }

    @Needs(Scope.BRANDS_READ)
    @Get("/advances/{advance}")
    @Operation(
            operationId = "getClockAdvance",
            summary = "How far an advance is · 查询推进进度",
            description = "Ask again while state is RUNNING. A FAILED advance stopped on the way; problem says why.")
    ClockAdvanceResource showAdvance(
            Caller caller,
            @PathVariable("advance") @Schema(example = "opn_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String id) {
        return advances.find(caller.brand(), IdType.OPERATION.inPath("advance", id))
                .map(ClockAdvanceResource::of)
                .orElseThrow(() -> Problems.notFound(ADVANCE, id));
    }

    private static Duration by(Input in) {
        return in.duration("by", SHORTEST, AdvanceClock.LONGEST).get();
    }

    private ClockAdvance ask(Caller caller, Duration by) {
        return switch (advance.handle(new AdvanceClock.Command(caller.brand(), by))) {
            case AdvanceClock.Outcome.Accepted(var accepted) -> accepted;
            case AdvanceClock.Outcome.NotASandbox() ->
                throw Problems.conflict(Text.of(
                        "The clock of a live brand is the world's; only a sandbox's can be advanced.",
                        "正式品牌使用真实时间，只有沙箱的时钟可以推进。"));
            case AdvanceClock.Outcome.OutOfRange() ->
                throw Problems.body(
                        "/by",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("This must be between %s and %s.", "应在 %s 与 %s 之间。", SHORTEST, AdvanceClock.LONGEST));
            case AdvanceClock.Outcome.StillRunning(var other) ->
                throw Problems.conflict(Text.of(
                        "The clock is on its way to %s (%s); ask again when it stands there.",
                        "时钟正在推进至 %s（%s），请待其完成后再试。", other.target(), IdType.OPERATION.format(other.publicId())));
        };
    }
}
