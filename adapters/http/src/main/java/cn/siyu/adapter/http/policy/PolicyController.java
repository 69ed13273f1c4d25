package cn.siyu.adapter.http.policy;

import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
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
import cn.siyu.application.channel.ReadPolicies;
import cn.siyu.domain.channel.policy.PolicyLine;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;

/// The policies (政策) that bind a brand. Editions are shipped as data; a brand may set some
/// numbers differently, stricter than its platform but never laxer.
@Controller("/v1/brands/{brand}/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Policies")
final class PolicyController implements Contract.Owner {
    private static final Listing EDITIONS = Listing.inOrderOf("validFromOn").build();
    private static final Listing LINES = Listing.inOrderOf("line").build();
    private static final Text POLICY = new Text("policy", "策略");

    private final ReadPolicies read;
    private final OverridePolicy override;
    private final Lists lists;

    PolicyController(ReadPolicies read, OverridePolicy override, Lists lists) {
        this.read = read;
        this.override = override;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listPolicies", LINES)
                .list("listPolicyEditions", EDITIONS)
                .body("overridePolicy", PolicyOverrideReading::read, "{\"override\":{\"brandCap\":{\"perMonth\":3}}}");
    }

    @Needs(Scope.POLICIES_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listPolicies",
            summary = "List the policies that bind the brand now · 列出当前生效的策略",
            description =
                    "One for each line, with the edition in force, the brand's own settings, and both laid over each other.")
    Page<PolicyResource> list(Caller caller, HttpRequest<?> request) {
        return page(LINES, request, read.inForce(caller), PolicyResource::of);
    }

    @Needs(Scope.POLICIES_READ)
    @Takes(Takes.LISTING)
    @Get("/editions")
    @Operation(
            operationId = "listPolicyEditions",
            summary = "List all editions that are shipped · 列出全部政策版本",
            description = "Past ones, those in force, and those to come, the oldest first.")
    Page<PolicyEditionResource> editions(HttpRequest<?> request) {
        return page(EDITIONS, request, read.editions(), PolicyEditionResource::of);
    }

    @Needs(Scope.POLICIES_READ)
    @Get("/editions/{edition}/differences")
    @Operation(
            operationId = "comparePolicyEditions",
            summary = "Show where an edition differs from others · 对比政策版本",
            description =
                    "From each other edition of its kind, the oldest first: every place where they differ, with both values.")
    PolicyDifferencesResource compare(@PathVariable @Schema(example = "wecom-2021", maxLength = 60) String edition) {
        return read.differences(edition)
                .map(others -> PolicyDifferencesResource.of(edition, others))
                .orElseThrow(() -> unknown(edition));
    }

    @Needs(Scope.POLICIES_READ)
    @Get("/{line}")
    @Operation(
            operationId = "getPolicy",
            summary = "Show the policy that binds the brand on a line · 查看一项策略",
            description = "values is what binds; stamp is what decisions carry that are taken by it.")
    PolicyResource show(Caller caller, @PathVariable @Schema(example = "CONTACT", maxLength = 60) String line) {
        return read.inForce(caller, named(line)).map(PolicyResource::of).orElseThrow(() -> unknown(line));
    }

    @Needs(Scope.POLICIES_WRITE)
    @Patch(
            value = "/{line}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "overridePolicy",
            summary = "Set what the brand wants differently · 覆盖策略",
            description =
                    "Give what differs as override; null takes a setting back, so that it is as shipped. It holds from today, or "
                            + "from overrideFromOn if that is later. The whole is checked together with the edition in "
                            + "force on that day, and all mistakes come at once. Try it with validate=only.")
    HttpResponse<PolicyResource> override(
            Caller caller,
            @PathVariable @Schema(example = "CONTACT", maxLength = 60) String line,
            JsonBody body,
            Conditions conditions,
            Write write) {
        PolicyResource current = show(caller, line);
        conditions.requireVersion(current.version());
        var setting = body.patch(begun(current), PolicyOverrideReading::read);
        var command = new OverridePolicy.Command(
                caller, named(line), current.version(), setting.validFrom(), setting.values());
        return write.run(() -> switch (override.handle(command)) {
            case OverridePolicy.Outcome.Set(var policy) -> HttpResponse.ok(PolicyResource.of(policy));
            case OverridePolicy.Outcome.Refused(var problems) -> throw PolicyOverrideReading.refused(problems);
            case OverridePolicy.Outcome.UnknownLine() -> throw unknown(line);
            case OverridePolicy.Outcome.InThePast(var today) -> throw PolicyOverrideReading.past(today);
            case OverridePolicy.Outcome.Stale(var version) ->
                throw Problems.of(
                        ProblemCode.CONCURRENT_CHANGE,
                        Text.of(
                                "Somebody else changed this at the same moment; its version is %s now. Read it again and repeat.",
                                "此内容同时被他人修改，当前版本为 %s。请重新读取后再试。", version));
        });
    }

    /// Settings begin today unless said otherwise, whenever those began that they replace.
    private static PolicyResource begun(PolicyResource current) {
        return new PolicyResource(
                current.line(),
                current.stamp(),
                current.edition(),
                current.validFromOn(),
                current.source(),
                current.confidence(),
                current.values(),
                current.override(),
                null,
                current.planned(),
                current.version());
    }

    /// A page of a list that is short and at hand: its places are positions.
    private <R, T> Page<T> page(Listing listing, HttpRequest<?> request, List<R> all, Function<R, T> resource) {
        ListQuery query = lists.read(listing, request);
        Place after = query.page().after();
        int from = after == null ? 0 : Math.toIntExact(after.id());
        List<R> rows = all.stream()
                .skip(from)
                .limit(query.page().withOneMore().limit())
                .toList();
        return lists.page(query, rows, row -> new Place("", from + rows.indexOf(row) + 1L), resource);
    }

    private static PolicyLine named(String line) {
        try {
            return PolicyLine.parse(line);
        } catch (IllegalArgumentException e) {
            throw unknown(line);
        }
    }

    private static ProblemException unknown(String line) {
        return Problems.notFound(POLICY, line);
    }
}
