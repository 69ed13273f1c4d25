package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.RecordWishes;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where one customer wants no contact (退订).
@Controller("/v1/brands/{brand}/customers/{customer}/opt-outs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class OptOutController {
    private static final String SOURCE = "API";

    private final CustomerFinder finder;
    private final RecordWishes wishes;

    OptOutController(CustomerFinder finder, RecordWishes wishes) {
        this.finder = finder;
        this.wishes = wishes;
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "listOptOuts",
            summary = "Where a customer wants no contact · 客户退订",
            description = "The touchpoints that the customer has opted out of; ALL stands for every one.")
    Page<OptOutResource> list(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return page(caller.brand(), finder.number(caller, customer));
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Put("/{touchpoint}")
    @Operation(
            operationId = "optOut",
            summary = "Record that a customer wants no contact · 登记退订",
            description = "At a touchpoint, or at ALL. Messages of the kind are stopped at once; once said is enough.")
    HttpResponse<Page<OptOutResource>> optOut(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            @PathVariable @Schema(example = "ALL", maxLength = 40) String touchpoint,
            Write write) {
        CustomerId id = finder.number(caller, customer);
        String code = code(touchpoint);
        return write.run(() -> {
            wishes.optOut(caller.brand(), id, code, SOURCE);
            return HttpResponse.ok(page(caller.brand(), id));
        });
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Delete("/{touchpoint}")
    @Operation(
            operationId = "optIn",
            summary = "Take an opt-out back · 撤销退订",
            description = "The customer may be contacted there again; an opt-out that is not there makes no mistake.")
    HttpResponse<Page<OptOutResource>> optIn(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            @PathVariable @Schema(example = "ALL", maxLength = 40) String touchpoint,
            Write write) {
        CustomerId id = finder.number(caller, customer);
        String code = code(touchpoint);
        return write.run(() -> {
            wishes.optIn(caller.brand(), id, code);
            return HttpResponse.ok(page(caller.brand(), id));
        });
    }

    private static String code(String touchpoint) {
        if (!touchpoint.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw Problems.parameter(
                    "touchpoint",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of(
                            "A touchpoint is written in capitals, like PRIVATE_CHAT; ALL stands for every one.",
                            "触点用大写字母书写，例如 PRIVATE_CHAT；ALL 表示全部触点。"));
        }
        return touchpoint;
    }

    private Page<OptOutResource> page(BrandId brand, CustomerId customer) {
        return new Page<>(
                wishes.optOutsOf(brand, customer).stream()
                        .map(each -> new OptOutResource(each.touchpoint(), each.since()))
                        .toList(),
                null,
                null,
                null);
    }
}
