package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.domain.audience.CustomerField;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// The fields that expressions can ask about (字段目录).
@Controller("/v1/brands/{brand}/fields")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class FieldController {
    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "listFields",
            summary = "What expressions can ask about · 字段目录",
            description =
                    "Every field of customers that filters, audiences and conditions of SOPs can use, with its type,"
                            + " operators, codes and an example.")
    Page<FieldResource> list(Caller caller) {
        return new Page<>(
                CustomerField.catalogue().fields().stream()
                        .map(FieldResource::of)
                        .toList(),
                null,
                null,
                null);
    }
}
