package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.graduation.FitCustomer;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Whether a customer stays, graduates or is won back (客户适配).
@Controller("/v1/brands/{brand}/customers/{customer}/channel-fit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Graduation")
final class ChannelFitOfCustomerController {
    private final CustomerFinder finder;
    private final FitCustomer fit;
    private final Currencies currencies;

    ChannelFitOfCustomerController(CustomerFinder finder, FitCustomer fit, Currencies currencies) {
        this.finder = finder;
        this.fit = fit;
        this.currencies = currencies;
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "getCustomerChannelFit",
            summary = "Which channel fits this customer · 客户适配哪种渠道",
            description =
                    "Stay, graduate to a personal account, or win back, with every criterion: what it is and what it must be."
                            + " What the customer bought is read anew; where the brand's value tiers begin was measured last"
                            + " night.")
    CustomerFitResource show(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return fit.answer(caller.brand(), finder.number(caller, customer))
                .map(fitted -> CustomerFitResource.of(fitted, currencies.of(caller.brand())))
                .orElseThrow(() -> CustomerFinder.unknown(customer));
    }
}
