package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.ChangeAtStore;
import cn.siyu.application.sop.ReadTemplates;
import cn.siyu.application.sop.SetTemplateBounds;
import cn.siyu.domain.sop.SopMistake;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// What stores may change in versions of SOPs, and what they did (总部模板).
@Controller("/v1/brands/{brand}/sops/{sop}/versions/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class TemplateController implements Contract.Owner {
    private static final String SOP = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd";
    private static final String DEPARTMENT = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd";

    private final ReadTemplates read;
    private final SetTemplateBounds bounds;
    private final ChangeAtStore change;

    TemplateController(ReadTemplates read, SetTemplateBounds bounds, ChangeAtStore change) {
        this.read = read;
        this.bounds = bounds;
        this.change = change;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body(
                        "setTemplateBounds",
                        TemplateBoundsResource::read,
                        "{\"mayOptOut\":false,\"steps\":[{\"step\":0,\"material\":true},{\"step\":1,\"shift\":\"PT2H\"},"
                                + "{\"step\":2,\"text\":true}]}")
                .body(
                        "changeAtStore",
                        StoreVariantResource::read,
                        "{\"changes\":[{\"step\":0,\"set\":{\"material\":\"mat_01kaj4v5x8e6rtz3m0w9q2c4hd\"}}]}")
                .problems("changeAtStore", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.SOPS_READ)
    @Get("/bounds")
    @Operation(
            operationId = "getTemplateBounds",
            summary = "What stores may change in a version · 查看门店可改范围",
            description = "Step by step. A version of which head office has said nothing is the same everywhere.")
    TemplateBoundsResource bounds(
            Caller caller,
            @PathVariable @Schema(example = SOP, maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number) {
        return read.template(caller, IdType.SOP.inPath("sop", sop), number)
                .map(TemplateBoundsResource::of)
                .orElseThrow(() -> SopProblems.unknownVersion(number));
    }

    @Needs(Scope.SOPS_WRITE)
    @Put("/bounds")
    @Operation(
            operationId = "setTemplateBounds",
            summary = "Say what stores may change in a version · 设置门店可改范围",
            description =
                    "Of published versions too. What it doesn't allow any more is head office's again from everybody's next step"
                            + " on. For keys that see the whole brand.")
    HttpResponse<TemplateBoundsResource> setBounds(
            Caller caller,
            @PathVariable @Schema(example = SOP, maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            JsonBody body,
            Conditions conditions,
            Write write) {
        TemplateBoundsResource current = bounds(caller, sop, number);
        if (current.version() > 0) {
            conditions.requireVersion(current.version());
        }
        var wish = body.replace(TemplateBoundsResource::read);
        var command = new SetTemplateBounds.Command(
                caller, IdType.SOP.inPath("sop", sop), number, current.version(), wish.mayOptOut(), wish.steps());
        return write.run(() -> switch (bounds.handle(command)) {
            case SetTemplateBounds.Outcome.Set _ -> HttpResponse.ok(bounds(caller, sop, number));
            case SetTemplateBounds.Outcome.NoStep(int step) ->
                throw Problems.body(
                        "/steps",
                        ProblemCode.REFERENCE_UNKNOWN,
                        Text.of(
                                "The version has no step %s; they are counted from 0.",
                                "该版本没有第 %s 步；步骤从 0 开始计数。", step));
            case SetTemplateBounds.Outcome.Stale(int version) -> throw SopProblems.stale(version);
            case SetTemplateBounds.Outcome.Unknown() -> throw SopProblems.unknownVersion(number);
        });
    }

    @Needs(Scope.SOPS_READ)
    @Get("/variants/{department}")
    @Operation(
            operationId = "getStoreVariant",
            summary = "What holds of a version at a store · 查看门店执行内容",
            description =
                    "Head office's steps with the changes of each department down to this one, and whose each step is.")
    StoreVariantResource there(
            Caller caller,
            @PathVariable @Schema(example = SOP, maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            @PathVariable @Schema(example = DEPARTMENT, maxLength = 30) String department) {
        var id = IdType.SOP.inPath("sop", sop);
        if (read.template(caller, id, number).isEmpty()) {
            throw SopProblems.unknownVersion(number);
        }
        return read.there(caller, id, number, IdType.DEPARTMENT.inPath("department", department), SopIds.FORM)
                .map(StoreVariantResource::of)
                .orElseThrow(() -> unknown(department));
    }

    @Needs(Scope.SOPS_WRITE)
    @Put("/variants/{department}")
    @Operation(
            operationId = "changeAtStore",
            summary = "Do steps of a version otherwise at a store · 门店覆盖",
            description =
                    "All changes of the department, within what head office allows; without any it is as the department above has"
                            + " it. Holds from everybody's next step on. Each is kept: enrolments name the one they used.")
    HttpResponse<StoreVariantResource> change(
            Caller caller,
            @PathVariable @Schema(example = SOP, maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            @PathVariable @Schema(example = DEPARTMENT, maxLength = 30) String department,
            JsonBody body,
            Conditions conditions,
            Write write) {
        StoreVariantResource current = there(caller, sop, number, department);
        if (current.version() > 0) {
            conditions.requireVersion(current.version());
        }
        var wish = body.read(StoreVariantResource::read);
        var command = new ChangeAtStore.Command(
                caller,
                IdType.SOP.inPath("sop", sop),
                number,
                IdType.DEPARTMENT.inPath("department", department),
                current.version(),
                wish.optedOut(),
                wish.changes(),
                SopIds.FORM);
        return write.run(() -> switch (change.handle(command)) {
            case ChangeAtStore.Outcome.Changed _ -> HttpResponse.ok(there(caller, sop, number, department));
            case ChangeAtStore.Outcome.Wrong(var mistakes) -> throw wrong(mistakes, wish.changes());
            case ChangeAtStore.Outcome.NotAllowed(int place) ->
                throw Problems.body(
                        "/changes/" + place,
                        ProblemCode.NOT_ALLOWED,
                        Text.of(
                                "Head office doesn't allow this. What may be changed stands in …/versions/%s/bounds.",
                                "总部不允许此修改。可改范围见 …/versions/%s/bounds。", number));
            case ChangeAtStore.Outcome.MayNotOptOut() ->
                throw Problems.body(
                        "/optedOut",
                        ProblemCode.NOT_ALLOWED,
                        Text.of("Head office lets no store leave this version out.", "总部不允许门店退出该版本。"));
            case ChangeAtStore.Outcome.NoTemplate() ->
                throw Problems.conflict(
                        Text.of("Head office has not said what stores may change in this version.", "总部尚未设置该版本的可改范围。"));
            case ChangeAtStore.Outcome.Stale(int version) -> throw SopProblems.stale(version);
            case ChangeAtStore.Outcome.UnknownVersion() -> throw SopProblems.unknownVersion(number);
            case ChangeAtStore.Outcome.UnknownDepartment() -> throw unknown(department);
        });
    }

    /// Mistakes of the changed definition, at the changes that made them.
    private static ProblemException wrong(List<SopMistake> mistakes, List<ChangeAtStore.Change> changes) {
        return Problems.body(mistakes.stream()
                .limit(100)
                .map(mistake -> Mistake.at(
                        pointer(mistake.pointer(), changes),
                        ProblemCode.NOT_ALLOWED,
                        new Text(mistake.detail().en(), mistake.detail().zh())))
                .toList());
    }

    private static String pointer(String there, List<ChangeAtStore.Change> changes) {
        for (int i = 0; i < changes.size(); i++) {
            String step = "/steps/" + changes.get(i).step();
            if (there.equals(step) || there.startsWith(step + "/")) {
                return "/changes/" + i + "/set" + there.substring(step.length());
            }
        }
        return "/changes";
    }

    private static ProblemException unknown(String department) {
        return Problems.notFound(IdType.DEPARTMENT.label(), department);
    }
}
