package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.id.IdType.Reference;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.insight.OrderView;
import cn.siyu.application.insight.RecordRefunds;
import cn.siyu.application.insight.RecordRefunds.Outcome;
import cn.siyu.application.insight.ViewFacts;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Refund;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/// Money of orders that was paid back, reported by shops; it is read again with the order.
@Controller("/v1/brands/{brand}/orders/{order}/refunds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Orders")
final class RefundController implements Contract.Owner {
    private static final String EXAMPLE = """
            {"externalId": "refund-20260301-0007", "amountMinor": 3200, "refundedAt": "2026-03-02T08:00:00Z"}""";

    private final RecordRefunds record;
    private final ViewFacts view;

    RefundController(RecordRefunds record, ViewFacts view) {
        this.record = record;
        this.view = view;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body("recordRefund", ReportedRefund::read, EXAMPLE)
                .problems(
                        "recordRefund",
                        ProblemCode.ALREADY_EXISTS,
                        ProblemCode.MALFORMED_ID,
                        ProblemCode.WRONG_ID_TYPE);
    }

    @Needs(Scope.ORDERS_WRITE)
    @Post
    @Operation(
            operationId = "recordRefund",
            summary = "Report a refund · 报告一笔退款",
            description =
                    "Records that money of an order was paid back, all of it or a part; the order is named by id or as"
                            + " ext:{source}:{externalId}. The same externalId said again changes nothing and answers 200.")
    HttpResponse<RefundResource> record(
            Caller caller,
            @PathVariable @Schema(example = "ext:shop:20260301-0007", maxLength = 170) String order,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        Reference reference = IdType.ORDER.referenceInPath("order", order);
        ReportedRefund report = body.read(ReportedRefund::read);
        return write.run(() -> {
            OrderView bought = found(caller, reference, order);
            PublicId id = bought.order().publicId();
            var command = new RecordRefunds.Command(
                    caller.brand(), id, report.externalId(), report.amountMinor(), report.refundedAt());
            return switch (record.handle(command)) {
                case Outcome.Recorded(var refund, var _) ->
                    HttpResponse.<RefundResource>created(location(request, id)).body(resource(refund, bought));
                case Outcome.Repeated(var refund) -> HttpResponse.ok(resource(refund, bought));
                case Outcome.OrderUnknown() -> throw unknown(order);
                case Outcome.KeyReused() ->
                    throw Problems.alreadyExists(
                            "/externalId",
                            Text.of("This key stands for another refund of the order.", "此键已用于该订单的另一笔退款。"));
                case Outcome.MoreThanPaid(var left) ->
                    throw Problems.notAllowed(
                            "/amountMinor",
                            Text.of("At most %s can still be paid back of this order.", "此订单最多还可退 %s。", left));
            };
        });
    }

    private OrderView found(Caller caller, Reference reference, String written) {
        var found = switch (reference) {
            case Reference.ById(var id) -> view.order(caller, id);
            case Reference.ByKey(var key) -> view.order(caller, key);
        };
        return found.orElseThrow(() -> unknown(written));
    }

    /// The refund is read with its order.
    private static URI location(HttpRequest<?> request, PublicId order) {
        String path = request.getPath();
        int end = path.indexOf("/orders/");
        return URI.create(path.substring(0, end) + "/orders/" + IdType.ORDER.format(order));
    }

    private static RefundResource resource(Refund refund, OrderView bought) {
        return RefundResource.of(refund, bought.order(), bought.currency());
    }

    private static ProblemException unknown(String order) {
        return Problems.notFound(IdType.ORDER.label(), order);
    }
}
