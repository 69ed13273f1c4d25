package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.EnrolCustomers;
import cn.siyu.application.sop.EnrolMatching;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.application.sop.StopEnrolment;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// Who is in which SOP, and where.
@Controller("/v1/brands/{brand}/enrolments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Enrolments")
final class EnrolmentController implements Contract.Owner {
    private static final Listing ENROLMENTS = Numbered.listing()
            .filter("sop", FilterType.oneId(IdType.SOP))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .filter("state", FilterType.oneOf(EnrolmentState.class).alone())
            .build();
    private static final String EXAMPLE =
            "{\"sop\":\"sop_01kaj4v5x8e6rtz3m0w9q2c4hd\"," + "\"customers\":[\"cus_01kaj4v5x8e6rtz3m0w9q2c4hd\"]}";

    private final ReadSops read;
    private final EnrolCustomers customers;
    private final EnrolMatching matching;
    private final StopEnrolment stop;
    private final Lists lists;

    EnrolmentController(
            ReadSops read, EnrolCustomers customers, EnrolMatching matching, StopEnrolment stop, Lists lists) {
        this.read = read;
        this.customers = customers;
        this.matching = matching;
        this.stop = stop;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listEnrolments", ENROLMENTS)
                .once("enrolCustomers")
                .body("enrolCustomers", EnrolmentWish::read, EXAMPLE)
                .problems("enrolCustomers", ProblemCode.STATE_CONFLICT)
                .problems("stopEnrolment", ProblemCode.STATE_CONFLICT);
    }

    @Needs(Scope.ENROLMENTS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listEnrolments",
            summary = "List enrolments · 列出入组记录",
            description = "Of customers that the key sees, in the order in which they were put in.")
    Page<EnrolmentResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                ENROLMENTS,
                request,
                (query, after, atMost) -> read.enrolments(caller, wanted(query), after, atMost),
                view -> view.enrolment().id().value(),
                EnrolmentResource::of);
    }

    private static ReadSops.Wanted wanted(ListQuery query) {
        return new ReadSops.Wanted(
                query.one("sop", PublicId.class).orElse(null),
                query.one("customer", PublicId.class).orElse(null),
                query.one("state", EnrolmentState.class).map(Enum::name).orElse(null));
    }

    @Needs(Scope.ENROLMENTS_READ)
    @Get("/{enrolment}")
    @Operation(
            operationId = "getEnrolment",
            summary = "Show an enrolment · 查看入组记录",
            description = "Where the customer is in the SOP, when the next step is due, or why it ended.")
    EnrolmentResource show(
            Caller caller,
            @PathVariable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String enrolment) {
        return read.enrolment(caller, IdType.ENROLMENT.inPath("enrolment", enrolment))
                .map(EnrolmentResource::of)
                .orElseThrow(() -> unknown(enrolment));
    }

    @Needs(Scope.ENROLMENTS_WRITE)
    @Post
    @Operation(
            operationId = "enrolCustomers",
            summary = "Put customers into an SOP · 客户入组",
            description =
                    "Up to 500 by id, with an answer for each; who was in it before comes in again. Or everybody whom an"
                            + " audience describes and who never was in it, up to 5,000 a call. Only customers that the key"
                            + " sees and that are in the SOP's own audience come in.")
    HttpResponse<EnrolledResource> enrol(Caller caller, JsonBody body, Write write) {
        EnrolmentWish wish = body.read(EnrolmentWish::read);
        JsonNode audience = wish.audience();
        if (audience == null) {
            return write.runOnce(() -> HttpResponse.ok(enrolled(caller, wish.sop(), wish.customers())));
        }
        var command = new EnrolMatching.Command(caller, wish.sop(), EnrolmentWish.expression(audience));
        return write.runOnce(() -> HttpResponse.ok(enrolled(command)));
    }

    private EnrolledResource enrolled(Caller caller, PublicId sop, List<PublicId> wanted) {
        return switch (customers.handle(new EnrolCustomers.Command(caller, sop, wanted))) {
            case EnrolCustomers.Outcome.Answered(var answers) -> EnrolledResource.of(answers);
            case EnrolCustomers.Outcome.Unknown() -> throw unknownSop();
            case EnrolCustomers.Outcome.NotActive(var state) -> throw SopProblems.notActive(state);
        };
    }

    private EnrolledResource enrolled(EnrolMatching.Command command) {
        return switch (matching.handle(command)) {
            case EnrolMatching.Outcome.Enrolled(var count, var more) -> new EnrolledResource(count, more, List.of());
            case EnrolMatching.Outcome.Unknown() -> throw unknownSop();
            case EnrolMatching.Outcome.NotActive(var state) -> throw SopProblems.notActive(state);
        };
    }

    private static ProblemException unknownSop() {
        return Problems.body(
                "/sop", ProblemCode.REFERENCE_UNKNOWN, Text.of("There is no such SOP here.", "这里没有该 SOP。"));
    }

    @Needs(Scope.ENROLMENTS_WRITE)
    @Post("/{enrolment}/stops")
    @Operation(
            operationId = "stopEnrolment",
            summary = "Take a customer out of an SOP · 终止入组",
            description =
                    "Ends it now with the reason STOPPED; sends that have not left and open tasks are taken back.")
    HttpResponse<EnrolmentResource> stop(
            Caller caller,
            @PathVariable @Schema(example = "enr_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String enrolment,
            Write write) {
        PublicId id = IdType.ENROLMENT.inPath("enrolment", enrolment);
        return write.run(() -> switch (stop.handle(caller, id)) {
            case StopEnrolments.Outcome.Stopped _ -> HttpResponse.ok(show(caller, enrolment));
            case StopEnrolments.Outcome.Over(var over) ->
                throw Problems.conflict(Text.of(
                        "The enrolment has ended already: %s.", "该入组已结束：%s。", EnrolmentState.of(over.progress())));
            case StopEnrolments.Outcome.Unknown() -> throw unknown(enrolment);
        });
    }

    private static ProblemException unknown(String enrolment) {
        return Problems.notFound(IdType.ENROLMENT.label(), enrolment);
    }
}
