package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.RecommendChannel;
import cn.siyu.domain.channel.fit.BusinessFacts;
import cn.siyu.domain.channel.fit.FitFact;
import cn.siyu.domain.channel.fit.PlannedSize;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/// Which channel fits a business (渠道适配).
@Controller("/v1/brands/{brand}/channel-fits")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Policies")
final class ChannelFitController implements Contract.Owner {
    private static final long MANY = 1_000_000_000L;
    private static final BigDecimal LEAST_MARGIN = new BigDecimal("0.000001");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000L);

    private final RecommendChannel recommend;

    ChannelFitController(RecommendChannel recommend) {
        this.recommend = recommend;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body(
                        "askChannelFit",
                        ChannelFitController::asked,
                        "{\"price\":15,\"complexity\":1,\"inflowPerDay\":6000,\"purchasesPerYear\":60,\"brandStrength\":0.9,"
                                + "\"ipStrength\":0.1,\"referralShare\":0,\"centrality\":1,\"marketingShare\":0.5,"
                                + "\"size\":{\"customers\":1800000,\"people\":200,\"backlog\":12000}}");
    }

    @Needs(Scope.POLICIES_READ)
    @Post
    @Status(HttpStatus.OK)
    @Operation(
            operationId = "askChannelFit",
            summary = "Which channel fits this business? · 哪种渠道适合这项业务",
            description =
                    "Recommends programs on WeCom, people on personal accounts, or both, with the facts that speak for it and"
                            + " the wrong guesses that would have changed it. With a size it also says how many accounts and"
                            + " people it takes, and what is wrong with the plan. Nothing is written.")
    ChannelFitResource ask(Caller caller, JsonBody body) {
        Asked asked = body.read(ChannelFitController::asked);
        return ChannelFitResource.of(recommend.answer(caller.brand(), asked.facts(), asked.size()));
    }

    private record Asked(BusinessFacts facts, @Nullable PlannedSize size) {}

    private static Asked asked(Input in) {
        var size = in.object("size", ChannelFitController::size).orNull();
        return new Asked(facts(in), size);
    }

    private static PlannedSize size(Input in) {
        return new PlannedSize(
                in.longInteger("customers", 0, MANY).get(),
                in.ratio("personalShare").orNull(),
                in.longInteger("people", 0, MANY).orNull(),
                in.longInteger("scaleAccounts", 0, MANY).orNull(),
                in.longInteger("personalAccounts", 0, MANY).orNull(),
                in.longInteger("backlog", 0, MANY).or(0L),
                in.longInteger("messagesByHand", 0, MANY).or(0L),
                amount(in, "wage", BigDecimal.ZERO),
                amount(in, "marginPerCustomer", LEAST_MARGIN));
    }

    private static @Nullable Double amount(Input in, String name, BigDecimal least) {
        BigDecimal amount = in.decimal(name, least, LARGEST).orNull();
        return amount == null ? null : amount.doubleValue();
    }

    private static BusinessFacts facts(Input in) {
        var values = new EnumMap<FitFact, Double>(FitFact.class);
        values.put(FitFact.PRICE, number(in, "price"));
        values.put(
                FitFact.COMPLEXITY,
                in.decimal("complexity", BigDecimal.ONE, BigDecimal.valueOf(5))
                        .get()
                        .doubleValue());
        values.put(FitFact.INFLOW, number(in, "inflowPerDay"));
        values.put(FitFact.FREQUENCY, number(in, "purchasesPerYear"));
        values.put(FitFact.BRAND, in.ratio("brandStrength").get());
        values.put(FitFact.IP, in.ratio("ipStrength").get());
        values.put(FitFact.REFERRAL, in.ratio("referralShare").get());
        values.put(FitFact.CENTRAL, in.ratio("centrality").get());
        return new BusinessFacts(values, in.ratio("marketingShare").or(0.0));
    }

    private static double number(Input in, String name) {
        return in.decimal(name, BigDecimal.ZERO, LARGEST).get().doubleValue();
    }
}
