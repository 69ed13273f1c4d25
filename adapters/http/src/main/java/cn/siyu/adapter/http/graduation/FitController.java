package cn.siyu.adapter.http.graduation;

import cn.siyu.adapter.http.answer.Currencies;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.graduation.RankFits;
import cn.siyu.domain.graduation.Program;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Who should be led to another account, the best first.
@Controller("/v1/brands/{brand}/customer-fits")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Graduation")
final class FitController {
    private static final int MOST = 200;

    private final RankFits rank;
    private final Currencies currencies;

    FitController(RankFits rank, Currencies currencies) {
        this.rank = rank;
        this.currencies = currencies;
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/graduations")
    @Operation(
            operationId = "listFitToGraduate",
            summary = "Who should graduate · 建议迁移的客户",
            description =
                    "Customers that the key sees and that fit a personal account, by value times social trust, as many as"
                            + " operators have room for, at most 200. Who is invited or held out already isn't among them.")
    FitListResource graduates(Caller caller) {
        return list(caller, Program.Kind.GRADUATION);
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get("/win-backs")
    @Operation(
            operationId = "listFitToWinBack",
            summary = "Who should be won back · 建议挽回的客户",
            description =
                    "Customers lost lately that are worth it, by value, as many as operators have room for, at most 200. Whoever"
                            + " deleted the brand's accounts more often than the policy says is left alone.")
    FitListResource lost(Caller caller) {
        return list(caller, Program.Kind.WIN_BACK);
    }

    private FitListResource list(Caller caller, Program.Kind kind) {
        return FitListResource.of(rank.answer(caller, kind, MOST), currencies.of(caller.brand()));
    }
}
