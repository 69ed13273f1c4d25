package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.TagCustomers;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.TagId;
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
import java.util.Set;

/// The tags of one customer.
@Controller("/v1/brands/{brand}/customers/{customer}/tags")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tags")
final class CustomerTagController {
    private static final String SOURCE = "API";

    private final CustomerFinder finder;
    private final Tags tags;
    private final TagCustomers change;

    CustomerTagController(CustomerFinder finder, Tags tags, TagCustomers change) {
        this.finder = finder;
        this.tags = tags;
        this.change = change;
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "listCustomerTags",
            summary = "The tags of a customer · 客户的标签",
            description = "Each tag once, however many accounts it is set at.")
    Page<CustomerTagResource> list(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return page(caller, customer);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Put("/{tag}")
    @Operation(
            operationId = "setCustomerTag",
            summary = "Set a tag on a customer · 为客户打标签",
            description =
                    "Sets the tag on every live relationship and tells the channel; a tag that is set stays as it is.")
    HttpResponse<Page<CustomerTagResource>> set(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            @PathVariable @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String tag,
            Write write) {
        return changed(caller, customer, tag, write, true);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Delete("/{tag}")
    @Operation(
            operationId = "removeCustomerTag",
            summary = "Take a tag from a customer · 移除客户标签",
            description =
                    "Takes the tag away wherever it is set and tells the channel; a tag that is not set makes no mistake.")
    HttpResponse<Page<CustomerTagResource>> remove(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            @PathVariable @Schema(example = "tag_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String tag,
            Write write) {
        return changed(caller, customer, tag, write, false);
    }

    private HttpResponse<Page<CustomerTagResource>> changed(
            Caller caller, String customer, String tag, Write write, boolean set) {
        CustomerId id = finder.number(caller, customer);
        TagId number = tags.byPublicId(caller.brand(), IdType.TAG.inPath("tag", tag))
                .orElseThrow(() -> Problems.notFound(IdType.TAG.label(), tag))
                .id();
        return write.run(() -> {
            change.handle(new TagCustomers.Command(
                    caller.brand(),
                    Set.of(id),
                    set ? Set.of(number) : Set.of(),
                    set ? Set.of() : Set.of(number),
                    SOURCE));
            return HttpResponse.ok(page(caller, customer));
        });
    }

    private Page<CustomerTagResource> page(Caller caller, String customer) {
        return new Page<>(
                finder.detail(caller, customer).tags().stream()
                        .map(CustomerTagResource::of)
                        .toList(),
                null,
                null,
                null);
    }
}
