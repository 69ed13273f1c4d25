package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.sop.ReadSopChanges;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who changed the state of an SOP (状态变更记录).
@Controller("/v1/brands/{brand}/sops/{sop}/changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "SOPs")
final class SopChangeController implements Contract.Owner {
    private static final Listing CHANGES = Listing.inOrderOf("-changedAt").build();

    private final ReadSopChanges read;
    private final Lists lists;

    SopChangeController(ReadSopChanges read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listSopChanges", CHANGES);
    }

    @Needs(Scope.SOPS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSopChanges",
            summary = "List who changed the state of an SOP · 列出 SOP 状态变更",
            description =
                    "Every publication, activation, deactivation, pause and resumption: by which key, when, from which state"
                            + " to which, and why if a reason was given. The newest comes first.")
    Page<SopChangeResource> list(
            Caller caller,
            @PathVariable @Schema(example = "sop_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String sop,
            HttpRequest<?> request) {
        ListQuery query = lists.read(CHANGES, request);
        @Nullable Place after = query.page().after();
        var rows = read.of(
                        caller,
                        IdType.SOP.inPath("sop", sop),
                        after == null ? Long.MAX_VALUE : after.id(),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> SopProblems.unknown(sop));
        return lists.page(query, rows, row -> new Place("", row.id()), SopChangeResource::of);
    }
}
