package cn.siyu.adapter.http.customer;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.customer.RecordWishes;
import cn.siyu.domain.customer.CustomerId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The consent ledger (同意记录) of one customer.
@Controller("/v1/brands/{brand}/customers/{customer}/consents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Customers")
final class ConsentController implements Contract.Owner {
    private final CustomerFinder finder;
    private final RecordWishes wishes;

    ConsentController(CustomerFinder finder, RecordWishes wishes) {
        this.finder = finder;
        this.wishes = wishes;
    }

    private record Wish(
            String purpose,
            boolean granted,
            @Nullable String textVersion,
            @Nullable String evidence,
            @Nullable Instant occurredAt) {
        static Wish read(Input in) {
            return new Wish(
                    in.text("purpose", 40)
                            .where(
                                    text -> text.matches("[A-Z][A-Z0-9_]*"),
                                    ProblemCode.BAD_FORMAT,
                                    Text.of(
                                            "A purpose is written in capitals, like MARKETING.",
                                            "用途用大写字母书写，例如 MARKETING。"))
                            .get(),
                    in.flag("granted").get(),
                    in.text("textVersion", 60).orNull(),
                    in.text("evidence", 400).orNull(),
                    in.instant("occurredAt").orNull());
        }
    }

    @Override
    public Contract contract() {
        return new Contract()
                .body(
                        "recordConsent",
                        Wish::read,
                        "{\"purpose\": \"MARKETING\", \"granted\": true, \"textVersion\": \"privacy-2026-01\"}");
    }

    @Needs(Scope.CUSTOMERS_READ)
    @Get
    @Operation(
            operationId = "listConsents",
            summary = "What a customer has consented to · 客户的同意记录",
            description = "All entries, oldest first. The latest entry of a purpose holds.")
    Page<ConsentResource> list(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer) {
        return new Page<>(
                wishes.consentsOf(caller.brand(), finder.number(caller, customer)).stream()
                        .map(entry -> ConsentResource.of(entry, Masks.of(caller)))
                        .toList(),
                null,
                null,
                null);
    }

    @Needs(Scope.CUSTOMERS_WRITE)
    @Post
    @Operation(
            operationId = "recordConsent",
            summary = "Record a consent or its withdrawal · 记录同意或撤回",
            description = "Adds an entry to the ledger; entries are never changed.")
    @ApiResponse(responseCode = "201", description = "The entry stands in the ledger")
    HttpResponse<ConsentResource> record(
            Caller caller,
            @PathVariable @Schema(example = "cus_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 170) String customer,
            JsonBody body,
            Write write,
            HttpRequest<?> request) {
        CustomerId id = finder.number(caller, customer);
        Wish wish = body.read(Wish::read);
        return write.run(() -> {
            var entry = wishes.consent(
                    caller.brand(),
                    new RecordWishes.Consent(
                            id,
                            wish.purpose(),
                            wish.granted(),
                            wish.textVersion(),
                            wish.evidence(),
                            wish.occurredAt()));
            return HttpResponse.<ConsentResource>created(URI.create(request.getPath()))
                    .body(ConsentResource.of(entry, Masks.of(caller)));
        });
    }
}
