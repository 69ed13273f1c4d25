package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.ExplainLifecycle;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Where a customer stands, and why (生命周期).
@Controller("/v1/brands/{brand}/customers/{customer}/lifecycle")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class LifecycleController implements Contract.Owner {
    private final CustomerFinder finder;
    private final ExplainLifecycle explain;

    LifecycleController(CustomerFinder finder, ExplainLifecycle explain) {
        this.finder = finder;
        this.explain = explain;
    }

    @Override
    public Contract contract() {
        return new Contract();
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "getLifecycle",
            summary = "Where a customer stands, and why · 客户生命周期",
            description =
                    "Stage, dormancy and loss, read anew from all facts: every change of stage with the fact that moved it, when it"
                            + " changes by itself, and who ended relationships.")
    LifecycleResource show(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        var detail = finder.detail(caller, customer);
        return LifecycleResource.of(
                detail,
                explain.answer(caller.brand(), detail.summary().customer().id()));
    }
}
