package cn.siyu.adapter.http.trust;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.meta.Vocabulary;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.OverridePolicy;
import cn.siyu.application.trust.AdoptCalibration;
import cn.siyu.application.trust.AdoptCalibration.Outcome;
import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.application.trust.ReadCalibrations;
import cn.siyu.application.trust.StartCalibration;
import cn.siyu.domain.trust.calibration.CalibrationReport;
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
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calibrations of the trust policy (信任校准).
@Controller("/v1/brands/{brand}/trust-calibrations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Trust")
final class CalibrationController implements Contract.Owner {
    private static final String EXAMPLE = "tcb_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final Listing RUNS = Listing.inOrderOf("-createdAt").build();

    private final StartCalibration start;
    private final ReadCalibrations read;
    private final AdoptCalibration adopt;
    private final Lists lists;

    CalibrationController(StartCalibration start, ReadCalibrations read, AdoptCalibration adopt, Lists lists) {
        this.start = start;
        this.read = read;
        this.adopt = adopt;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listTrustCalibrations", RUNS)
                .problems("startTrustCalibration", ProblemCode.STATE_CONFLICT)
                .optionalBody("adoptTrustCalibration", CalibrationController::wish, "{\"fromOn\":\"2026-12-01\"}")
                .problems("adoptTrustCalibration", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.POLICIES_WRITE)
    @Post
    @Operation(
            operationId = "startTrustCalibration",
            summary = "Learn what points of trust are worth · 开始信任校准",
            description =
                    "Answers at once; read it until it is DONE. Looks at who was lost and who bought after six moments, 30"
                            + " days apart, and changes nothing: the report says what it would change and whether that may be"
                            + " adopted. For keys that see the whole brand.")
    @ApiResponse(responseCode = "202", description = "The engine will come to it", useReturnTypeSchema = true)
    HttpResponse<CalibrationResource> begin(Caller caller, Write write, HttpRequest<?> request) {
        return write.run(() -> switch (start.handle(caller)) {
            case StartCalibration.Outcome.Started(var run) -> {
                var resource = CalibrationResource.of(run);
                yield HttpResponse.<CalibrationResource>status(HttpStatus.ACCEPTED)
                        .header(HttpHeaders.LOCATION, request.getPath() + "/" + resource.id())
                        .header(HttpHeaders.RETRY_AFTER, "2")
                        .body(resource);
            }
            case StartCalibration.Outcome.StillWaiting(var run) ->
                throw Problems.conflict(Text.of(
                        "Another calibration (%s) waits to be computed.",
                        "另一次校准（%s）正在等待计算。", IdType.TRUST_CALIBRATION.format(run.publicId())));
        });
    }

    @Needs(Scope.POLICIES_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listTrustCalibrations",
            summary = "List calibrations · 列出信任校准",
            description = "With their reports, the newest first. For keys that see the whole brand.")
    Page<CalibrationResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(RUNS, request);
        @Nullable Place after = query.page().after();
        var rows = read.page(
                caller,
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, rows, row -> new Place("", row.id()), CalibrationResource::of);
    }

    @Needs(Scope.POLICIES_READ)
    @Get("/{calibration}")
    @Operation(
            operationId = "getTrustCalibration",
            summary = "Read one calibration · 查看信任校准",
            description =
                    "What was learnt, how well old and new points predict what they were not fitted to, and why they may or"
                            + " may not be adopted.")
    CalibrationResource show(
            Caller caller, @PathVariable @Schema(example = EXAMPLE, maxLength = 30) String calibration) {
        return read.one(caller, IdType.TRUST_CALIBRATION.inPath("calibration", calibration))
                .map(CalibrationResource::of)
                .orElseThrow(() -> unknown(calibration));
    }

    private record Wish(@Nullable LocalDate from) {}

    private static Wish wish(Input in) {
        return new Wish(in.date("fromOn").orNull());
    }

    @Needs(Scope.POLICIES_WRITE)
    @Post("/{calibration}/adoptions")
    @Operation(
            operationId = "adoptTrustCalibration",
            summary = "Adopt what a calibration has learnt · 采纳校准结果",
            description =
                    "Makes the points that its report allows the brand's own settings of the TRUST policy, from today or from"
                            + " fromOn. 409 with the reasons where the rule says no, or where other points are in force than those"
                            + " it checked.")
    @ApiResponse(responseCode = "201", description = "They hold from that day on", useReturnTypeSchema = true)
    HttpResponse<CalibrationResource> adopt(
            Caller caller,
            @PathVariable @Schema(example = EXAMPLE, maxLength = 30) String calibration,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        var command = new AdoptCalibration.Command(
                caller,
                IdType.TRUST_CALIBRATION.inPath("calibration", calibration),
                body.readIfAny(CalibrationController::wish).from());
        return write.run(() -> switch (adopt.handle(command)) {
            case Outcome.Adopted(var run) -> adopted(run, request);
            case Outcome.StillWaiting() ->
                throw Problems.conflict(Text.of("Its report is not there yet.", "校准报告尚未生成。"));
            case Outcome.NotSound(var report) -> throw Problems.conflict(reasons(report));
            case Outcome.Superseded(var inForce) ->
                throw Problems.conflict(Text.of(
                        "The points of %s are in force, which it has not checked. Calibrate again.",
                        "当前生效的是 %s，本次校准未检验它。请重新校准。", inForce));
            case Outcome.Refused(var why) -> throw refused(why);
            case Outcome.Unknown() -> throw unknown(calibration);
        });
    }

    private static HttpResponse<CalibrationResource> adopted(CalibrationRun run, HttpRequest<?> request) {
        String path = request.getPath();
        return HttpResponse.<CalibrationResource>created(URI.create(path.substring(0, path.lastIndexOf('/'))))
                .body(CalibrationResource.of(run));
    }

    private static ProblemException refused(OverridePolicy.Outcome why) {
        return switch (why) {
            case OverridePolicy.Outcome.Refused(var problems) ->
                Problems.conflict(Text.of(
                        "With the brand's other settings these points make no sound policy: %s",
                        "这些分值与品牌的其他设置合在一起不成立：%s",
                        problems.stream()
                                .map(problem -> problem.pointer() + ": " + problem.detail())
                                .collect(Collectors.joining("; "))));
            case OverridePolicy.Outcome.InThePast(var today) ->
                Problems.body(
                        "/fromOn",
                        ProblemCode.OUT_OF_RANGE,
                        Text.of("The first day is over; today is %s.", "起始日期已过，今天是 %s。", today));
            case OverridePolicy.Outcome.UnknownLine() ->
                Problems.conflict(Text.of("No trust policy is in force.", "当前没有生效的信任策略。"));
            case OverridePolicy.Outcome.Stale _, OverridePolicy.Outcome.Set _ ->
                Problems.conflict(Text.of("Somebody else changed the policy. Try again.", "策略同时被他人修改，请重试。"));
        };
    }

    /// Why the rule says no, part by part.
    private static Text reasons(CalibrationReport report) {
        return new Text(
                "This may not be adopted: "
                        + report.parts().stream()
                                .map(part -> part.component() + ": "
                                        + part.objections().stream()
                                                .map(one ->
                                                        Vocabulary.meaning(one).en())
                                                .collect(Collectors.joining(" ")))
                                .collect(Collectors.joining(" ")),
                "不能采纳："
                        + report.parts().stream()
                                .map(part -> part.component() + "："
                                        + part.objections().stream()
                                                .map(one ->
                                                        Vocabulary.meaning(one).zh())
                                                .collect(Collectors.joining()))
                                .collect(Collectors.joining(" ")));
    }

    private static ProblemException unknown(String calibration) {
        return Problems.notFound(IdType.TRUST_CALIBRATION.label(), calibration);
    }
}
