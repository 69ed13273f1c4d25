package cn.siyu.adapter.http.task;

import cn.siyu.adapter.http.customer.Masks;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.task.ReadWorklist;
import cn.siyu.application.task.ReadWorklist.Card;
import cn.siyu.application.task.port.Tasks.Turn;
import cn.siyu.domain.id.PublicId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one person has to do, made for a phone.
@Controller("/v1/brands/{brand}/staff/{staff}/worklist")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tasks")
final class WorklistController implements Contract.Owner {
    private static final Listing CARDS = Listing.inOrderOf("turn")
            .filter("account", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .build();

    private final ReadWorklist read;
    private final Lists lists;

    WorklistController(ReadWorklist read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listWorklist", CARDS);
    }

    @Needs(Scope.TASKS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listWorklist",
            summary = "Show what one person has to do · 查看工作清单",
            description =
                    "The open tasks of a staff member as cards: account by account, on each the most valuable first and of"
                            + " equals what expires first; all tasks for one customer on one account are one card.")
    Page<WorkCardResource> list(
            Caller caller,
            @PathVariable @Schema(example = "stf_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String staff,
            HttpRequest<?> request) {
        ListQuery query = lists.read(CARDS, request);
        PageRequest.@Nullable Place after = query.page().after();
        Masks masks = Masks.of(caller);
        var wanted = new ReadWorklist.Query(
                caller,
                IdType.STAFF.inPath("staff", staff),
                query.one("account", PublicId.class).orElse(null));
        var cards = read.cards(
                        wanted,
                        after == null ? null : turn(after),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> Problems.notFound(IdType.STAFF.label(), staff));
        return lists.page(query, cards, WorklistController::place, card -> WorkCardResource.of(card, masks));
    }

    private static PageRequest.Place place(Card card) {
        Turn turn = Turn.of(card.first().task());
        return new PageRequest.Place(turn.account() + " " + turn.worth() + " " + turn.expiresAt(), turn.id());
    }

    private static Turn turn(PageRequest.Place place) {
        String[] parts = place.key().split(" ", -1);
        return new Turn(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Instant.parse(parts[2]), place.id());
    }
}
