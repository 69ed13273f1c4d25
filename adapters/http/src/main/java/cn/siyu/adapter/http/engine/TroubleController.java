package cn.siyu.adapter.http.engine;

import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.engine.ReadTroubles;
import cn.siyu.application.engine.RetryTroubles;
import cn.siyu.application.engine.Trouble;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What waits for a person between a brand and its channels, for who operates it.
@Controller("/v1/brands/{brand}/troubles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Troubles")
final class TroubleController implements Contract.Owner {
    private static final Listing TROUBLES = Listing.inOrderOf("-id")
            .filter("kind", FilterType.oneOf(Trouble.Kind.class))
            .build();
    private static final int MOST = 500;

    private final ReadTroubles read;
    private final RetryTroubles retry;
    private final BrandClock clock;
    private final Lists lists;

    TroubleController(ReadTroubles read, RetryTroubles retry, BrandClock clock, Lists lists) {
        this.read = read;
        this.retry = retry;
        this.clock = clock;
        this.lists = lists;
    }

    /// Which troubles are tried again.
    ///
    /// @param only null for all of the kinds
    private record Wish(@Nullable List<PublicId> only, Set<Trouble.Kind> kinds) {
        static Wish read(Input in) {
            return new Wish(
                    in.list("troubles", 1, MOST).ids(IdType.TROUBLE).orNull(),
                    kindsOrAll(in.list("kinds", 1, Trouble.Kind.values().length)
                            .oneOf(Trouble.Kind.class)
                            .or(List.of())));
        }
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listTroubles", TROUBLES)
                .body("retryTroubles", Wish::read, "{\"kinds\":[\"EVENT\"]}");
    }

    @Needs(Scope.TROUBLES_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listTroubles",
            summary = "List what waits for a person · 列出待处理故障",
            description =
                    "Events of channels that could not be taken in, and commands that channels refuse; newest first, with the"
                            + " reason. Nothing of them happens again by itself. Only a key that sees the whole brand sees them.")
    Page<TroubleResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(TROUBLES, request);
        @Nullable Place after = query.page().after();
        var rows = read.newest(
                caller,
                kindsOrAll(query.all("kind", Trouble.Kind.class)),
                after == null ? Long.MAX_VALUE : after.id(),
                query.page().withOneMore().limit());
        var now = clock.now(caller.brand());
        return lists.page(query, rows, row -> new Place("", row.id()), row -> TroubleResource.of(row, now));
    }

    @Needs(Scope.TROUBLES_WRITE)
    @Post("/retries")
    @Operation(
            operationId = "retryTroubles",
            summary = "Try again what waits for a person · 重试待处理故障",
            description =
                    "Once the cause is mended. All of them, those of some kinds, or those that troubles names; they are due at"
                            + " once, and what fails again comes back. One that is no trouble any more is passed over.")
    @ApiResponse(responseCode = "200", description = "They are due again", useReturnTypeSchema = true)
    HttpResponse<RetriedResource> retry(Caller caller, JsonBody body, Write write) {
        Wish wish = body.read(Wish::read);
        var only = Optional.ofNullable(wish.only()).map(Set::copyOf);
        return write.run(() -> HttpResponse.ok(
                new RetriedResource(retry.handle(new RetryTroubles.Command(caller, wish.kinds(), only)))));
    }

    private static Set<Trouble.Kind> kindsOrAll(Collection<Trouble.Kind> wanted) {
        return wanted.isEmpty() ? EnumSet.allOf(Trouble.Kind.class) : EnumSet.copyOf(wanted);
    }
}
