package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.ReadQuotas;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// How often a customer may still be contacted.
@Controller("/v1/brands/{brand}/customers/{customer}/quotas")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact")
final class QuotaController {
    private final CustomerFinder finder;
    private final ReadQuotas quotas;

    QuotaController(CustomerFinder finder, ReadQuotas quotas) {
        this.finder = finder;
        this.quotas = quotas;
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "listQuotas",
            summary = "How often a customer may still be contacted · 客户频次余量",
            description =
                    "The brand's cap and the platform's quotas, over the relationship by which the customer would be"
                            + " contacted. What is planned counts as used.")
    Page<QuotaResource> list(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return new Page<>(
                quotas.of(caller.brand(), finder.number(caller, customer)).stream()
                        .map(QuotaResource::of)
                        .toList(),
                null,
                null,
                null);
    }
}
