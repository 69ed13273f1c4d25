package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.graduation.DefineProgram;
import cn.siyu.application.graduation.ReadPrograms;
import cn.siyu.application.graduation.ReportProgram;
import cn.siyu.application.graduation.SwitchProgram;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Program;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/// Programs that lead customers to other accounts, and what came of them.
@Controller("/v1/brands/{brand}/graduations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Graduation")
final class GraduationController implements Contract.Owner {
    private static final Listing PROGRAMS = Numbered.listing().build();
    private static final Listing CANDIDATES = Listing.inOrderOf("chosenAt")
            .filter("state", FilterType.oneOf(Candidate.State.class).alone())
            .build();

    private final ReadPrograms read;
    private final DefineProgram define;
    private final SwitchProgram switches;
    private final ReportProgram report;
    private final Currencies currencies;
    private final Lists lists;

    GraduationController(
            ReadPrograms read,
            DefineProgram define,
            SwitchProgram switches,
            ReportProgram report,
            Currencies currencies,
            Lists lists) {
        this.read = read;
        this.define = define;
        this.switches = switches;
        this.report = report;
        this.currencies = currencies;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listGraduations", PROGRAMS)
                .list("listGraduationCandidates", CANDIDATES)
                .body("createGraduation", ProgramWish::read, ProgramWish.EXAMPLE)
                .problems("activateGraduation", ProblemCode.STATE_CONFLICT)
                .problems("pauseGraduation", ProblemCode.STATE_CONFLICT)
                .problems("endGraduation", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.SOPS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listGraduations",
            summary = "List programs that lead customers on · 列出迁移计划",
            description = "Graduation and win-back programs, in the order in which they were made.")
    Page<ProgramResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                PROGRAMS,
                request,
                (_, after, atMost) -> read.page(caller, after, atMost),
                view -> view.program().id().value(),
                ProgramResource::of);
    }

    @Needs(Scope.SOPS_READ)
    @Get("/{graduation}")
    @Operation(
            operationId = "getGraduation",
            summary = "Show a program that leads customers on · 查看迁移计划",
            description = "Whom it leads to which accounts, who is held out, and whether it runs.")
    ProgramResource show(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation) {
        return read.find(caller, IdType.GRADUATION.inPath("graduation", graduation))
                .map(ProgramResource::of)
                .orElseThrow(() -> unknown(graduation));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post
    @Operation(
            operationId = "createGraduation",
            summary = "Lay down a program that leads customers on · 新建迁移计划",
            description =
                    "It chooses nobody before it is activated, and can't be changed: make another one. The invitation's material"
                            + " may hold {{invitation.code}}. Only for keys that see the whole brand.")
    @ApiResponse(responseCode = "201", description = "It is there", useReturnTypeSchema = true)
    HttpResponse<ProgramResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        var command = body.read(ProgramWish::read).command(caller);
        return write.run(() -> switch (define.handle(command)) {
            case DefineProgram.Outcome.Defined(var program) -> {
                String id = IdType.GRADUATION.format(program.publicId());
                yield Created.under(request, id, show(caller, id));
            }
            case DefineProgram.Outcome.Refused(var flaws) ->
                throw Problems.body(
                        flaws.stream().map(GraduationController::mistake).toList());
        });
    }

    private static Mistake mistake(DefineProgram.Flaw flaw) {
        return switch (flaw.kind()) {
            case UNKNOWN_ACCOUNT ->
                Mistake.at(
                        "/accounts/" + flaw.place(),
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such account here.", "这里没有该账号。"));
            case OTHER_CHANNEL ->
                Mistake.at(
                        "/accounts/" + flaw.place(),
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "People don't work this account by hand: nobody graduates to it.",
                                "该账号不由人工运营，不能作为迁移目标。"));
            case UNKNOWN_MATERIAL ->
                Mistake.at(
                        "/material",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of("There is no such material here, or it is archived.", "这里没有该素材，或已归档。"));
            case UNKNOWN_SOP ->
                Mistake.at("/sop", ProblemCode.REFERENCE_UNKNOWN, Text.of("There is no such SOP here.", "这里没有该 SOP。"));
        };
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/{graduation}/activations")
    @Operation(
            operationId = "activateGraduation",
            summary = "Let a program run · 启用迁移计划",
            description =
                    "It looks at once, and then daily, who fits, draws who is held out, and invites as many as the accounts have"
                            + " room for. Also ends a pause. If-Match is welcome and not needed.")
    HttpResponse<ProgramResource> activate(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation,
            Conditions conditions,
            Write write) {
        return switched(caller, graduation, Program.State.ACTIVE, conditions, write);
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/{graduation}/pauses")
    @Operation(
            operationId = "pauseGraduation",
            summary = "Let a program stand still · 暂停迁移计划",
            description = "It chooses and invites nobody; who is invited may still come. If-Match is welcome.")
    HttpResponse<ProgramResource> pause(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation,
            Conditions conditions,
            Write write) {
        return switched(caller, graduation, Program.State.PAUSED, conditions, write);
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/{graduation}/endings")
    @Operation(
            operationId = "endGraduation",
            summary = "End a program for good · 结束迁移计划",
            description =
                    "Who waits to be invited is withdrawn; who is invited may still come. From now on its report is read as"
                            + " final. If-Match is welcome.")
    HttpResponse<ProgramResource> end(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation,
            Conditions conditions,
            Write write) {
        return switched(caller, graduation, Program.State.ENDED, conditions, write);
    }

    private HttpResponse<ProgramResource> switched(
            Caller caller, String graduation, Program.State to, Conditions conditions, Write write) {
        conditions.checkVersion(show(caller, graduation).version());
        var id = IdType.GRADUATION.inPath("graduation", graduation);
        return write.run(() -> switch (switches.handle(new SwitchProgram.Command(caller, id, to, null))) {
            case SwitchProgram.Outcome.Switched _ -> HttpResponse.ok(show(caller, graduation));
            case SwitchProgram.Outcome.Impossible(var from) ->
                throw Problems.conflict(
                        Text.of("The program is %s; from there it can't become %s.", "该计划为 %s，不能变为 %s。", from, to));
            case SwitchProgram.Outcome.Stale(var version) ->
                throw Problems.of(
                        ProblemCode.CONCURRENT_CHANGE,
                        Text.of(
                                "Somebody else changed this program at the same moment; its version is %s now.",
                                "该计划同时被他人修改，当前版本为 %s。", version));
            case SwitchProgram.Outcome.Unknown() -> throw unknown(graduation);
        });
    }

    @Needs(Scope.SOPS_READ)
    @Takes(Takes.LISTING)
    @Get("/{graduation}/candidates")
    @Operation(
            operationId = "listGraduationCandidates",
            summary = "List a program's customers · 列出迁移候选人",
            description =
                    "Of customers that the key sees, invited or held out, in the order in which they were chosen.")
    Page<CandidateResource> candidates(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation,
            HttpRequest<?> request) {
        var id = IdType.GRADUATION.inPath("graduation", graduation);
        String currency = currencies.of(caller.brand());
        return Numbered.page(
                lists,
                CANDIDATES,
                request,
                (query, after, atMost) -> read.candidates(
                                caller,
                                id,
                                query.one("state", Candidate.State.class).orElse(null),
                                after,
                                atMost)
                        .orElseThrow(() -> unknown(graduation)),
                listed -> listed.candidate().id().value(),
                listed -> CandidateResource.of(listed, currency));
    }

    @Needs(Scope.REPORTS_READ)
    @Get("/{graduation}/report")
    @Operation(
            operationId = "getGraduationReport",
            summary = "What came of a program · 迁移报告",
            description =
                    "Invited, accepted, and whether it did any good: everybody chosen to be invited against everybody held out,"
                            + " with 95 % intervals that hold however often somebody looks, until the program has ended. Only"
                            + " for keys that see the whole brand.")
    ProgramReportResource report(
            Caller caller,
            @PathVariable @Schema(example = "grd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String graduation) {
        return report.answer(caller, IdType.GRADUATION.inPath("graduation", graduation))
                .map(ProgramReportResource::of)
                .orElseThrow(() -> unknown(graduation));
    }

    private static ProblemException unknown(String graduation) {
        return Problems.notFound(IdType.GRADUATION.label(), graduation);
    }
}
