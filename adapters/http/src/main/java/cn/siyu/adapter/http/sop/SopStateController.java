package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.EnrolAudiences;
import cn.siyu.application.sop.PublishSopVersion;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.application.sop.SwitchSop;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopChange;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Changes of the state of SOPs and versions. Each answers with the thing as it is afterwards, and
/// is written down with who asked for it and why.
@Controller("/v1/brands/{brand}/sops/{sop}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class SopStateController implements Contract.Owner {
    private final ReadSops read;
    private final PublishSopVersion publish;
    private final SwitchSop switches;
    private final EnrolAudiences looks;

    SopStateController(ReadSops read, PublishSopVersion publish, SwitchSop switches, EnrolAudiences looks) {
        this.read = read;
        this.publish = publish;
        this.switches = switches;
        this.looks = looks;
    }

    @Override
    public Contract contract() {
        return reasons("publishSopVersion", "activateSopVersion", "deactivateSop", "pauseSop", "resumeSop")
                .problems("publishSopVersion", ProblemCode.STATE_CONFLICT)
                .problems("activateSopVersion", ProblemCode.STATE_CONFLICT)
                .problems("pauseSop", ProblemCode.STATE_CONFLICT)
                .problems("resumeSop", ProblemCode.STATE_CONFLICT)
                .problems("lookForAudience", ProblemCode.STATE_CONFLICT);
    }

    private static Contract reasons(String... operations) {
        var contract = new Contract();
        for (String operation : operations) {
            contract.optionalBody(operation, SopStateController::why, "{\"reason\":\"活动延期\"}");
        }
        return contract;
    }

    /// Why it is wanted, if somebody says so.
    private record Why(@Nullable String reason) {
        SopChange.By by(Caller caller) {
            return new SopChange.By(caller.key(), reason);
        }
    }

    private static Why why(Input in) {
        return new Why(in.text("reason", SopChange.By.LONGEST_REASON).orNull());
    }

    private static SopChange.By by(Caller caller, JsonBody body) {
        return body.readIfAny(SopStateController::why).by(caller);
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/versions/{number}/publications")
    @Operation(
            operationId = "publishSopVersion",
            summary = "Publish a draft · 发布版本",
            description =
                    "Checks once more that everything it refers to is there. From now on the version never changes. Takes"
                            + " nobody in yet. Publishing it again changes nothing.")
    HttpResponse<SopVersionResource> publish(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            JsonBody body,
            Write write) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        var by = by(caller, body);
        return write.run(() -> {
            published(caller, id, number, by);
            return HttpResponse.ok(read.version(caller, id, number, SopIds.FORM)
                    .map(SopVersionResource::of)
                    .orElseThrow(() -> SopProblems.unknownVersion(number)));
        });
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/versions/{number}/activations")
    @Operation(
            operationId = "activateSopVersion",
            summary = "Take customers into a version · 启用版本",
            description =
                    "New customers are put in this version from now on; who is in another one finishes there. A draft is"
                            + " published first. Also ends a pause.")
    HttpResponse<SopResource> activate(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            @PathVariable @Schema(example = "1", minimum = "1") int number,
            JsonBody body,
            Write write) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        var by = by(caller, body);
        return write.run(() -> {
            published(caller, id, number, by);
            return switched(caller, sop, new SwitchSop.Wanted.Active(number), by);
        });
    }

    private void published(Caller caller, PublicId id, int number, SopChange.By by) {
        switch (publish.handle(new PublishSopVersion.Command(caller, id, number, SopIds.FORM, by))) {
            case PublishSopVersion.Outcome.Published _ -> {}
            case PublishSopVersion.Outcome.Refused(var mistakes) -> throw SopProblems.gone(mistakes);
            case PublishSopVersion.Outcome.Unknown() -> throw SopProblems.unknownVersion(number);
        }
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/deactivations")
    @Operation(
            operationId = "deactivateSop",
            summary = "Take nobody in any more · 停用 SOP",
            description = "Who is in it goes on to the end. Also ends a pause, for those.")
    HttpResponse<SopResource> deactivate(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            JsonBody body,
            Write write) {
        var by = by(caller, body);
        return write.run(() -> switched(caller, sop, new SwitchSop.Wanted.Inactive(), by));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/pauses")
    @Operation(
            operationId = "pauseSop",
            summary = "Let an SOP stand still · 暂停 SOP",
            description =
                    "Takes hold at once, whatever the number of customers in it: nobody comes in, nobody in it moves on, and"
                            + " nothing planned or deferred leaves: it waits, at most until its deadline (SOP_PAUSED)."
                            + " What the platform already has is not taken back.")
    HttpResponse<SopResource> pause(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            JsonBody body,
            Write write) {
        var by = by(caller, body);
        return write.run(() -> switched(caller, sop, new SwitchSop.Wanted.Paused(), by));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/resumptions")
    @Operation(
            operationId = "resumeSop",
            summary = "End the pause of an SOP · 恢复 SOP",
            description =
                    "Takes customers into the same version again; who stood still goes on. What was held back is decided anew;"
                            + " what is past its deadline expires.")
    HttpResponse<SopResource> resume(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            JsonBody body,
            Write write) {
        var by = by(caller, body);
        return write.run(() -> switched(caller, sop, new SwitchSop.Wanted.Resumed(), by));
    }

    private HttpResponse<SopResource> switched(Caller caller, String sop, SwitchSop.Wanted wanted, SopChange.By by) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        SopProblems.switched(switches.handle(new SwitchSop.Command(caller, id, wanted, by)), sop);
        return shown(caller, id, sop);
    }

    private HttpResponse<SopResource> shown(Caller caller, PublicId id, String sop) {
        return HttpResponse.ok(read.sop(caller, id).map(SopResource::of).orElseThrow(() -> SopProblems.unknown(sop)));
    }

    @Needs(Scope.SOPS_WRITE)
    @Post("/looks")
    @Operation(
            operationId = "lookForAudience",
            summary = "Put the whole audience in now · 立即按人群入组",
            description =
                    "Asks the engine to look who is in the audience of the active version now, whatever its trigger is, and"
                            + " to put them in, chunk by chunk, however many they are. nextLookAt says that it is about to.")
    HttpResponse<SopResource> look(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            Write write) {
        PublicId id = IdType.SOP.inPath("sop", sop);
        return write.runOnce(() -> switch (looks.lookNow(caller, id)) {
            case EnrolAudiences.Outcome.Begun() -> shown(caller, id, sop);
            case EnrolAudiences.Outcome.Unknown() -> throw SopProblems.unknown(sop);
            case EnrolAudiences.Outcome.NotActive(var state) -> throw SopProblems.notActive(state);
            case EnrolAudiences.Outcome.NoAudience() ->
                throw Problems.conflict(Text.of("The active version has no audience to look for.", "当前版本没有人群条件。"));
        });
    }
}
