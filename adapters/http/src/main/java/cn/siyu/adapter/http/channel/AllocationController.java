package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.AllocationView;
import cn.siyu.application.channel.ReadAllocations;
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
import java.util.List;

/// The visits to a contact way (分流记录), each with the reason for its account.
@Controller("/v1/brands/{brand}/contact-ways/{way}/allocations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact ways")
final class AllocationController implements Contract.Owner {
    private static final Listing VISITS = Listing.inOrderOf("-visitedAt").build();

    private final ReadAllocations read;
    private final Lists lists;

    AllocationController(ReadAllocations read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listAllocations", VISITS);
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listAllocations",
            summary = "List the visits to a contact way · 列出分流记录",
            description =
                    "The newest comes first. Each tells which account was shown, and what was found of the others.")
    Page<AllocationResource> list(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way) {
        PublicId id = IdType.CONTACT_WAY.inPath("way", way);
        ListQuery query = lists.read(VISITS, request);
        Place after = query.page().after();
        List<AllocationView> rows = read.page(
                        caller,
                        id,
                        after == null ? Long.MAX_VALUE : after.id(),
                        query.page().withOneMore().limit())
                .orElseThrow(() -> Problems.notFound(IdType.CONTACT_WAY.label(), way));
        Language language = Language.of(request);
        return lists.page(
                query, rows, row -> new Place("", row.record().id()), row -> AllocationResource.of(row, language));
    }

    @Needs(Scope.CONTACT_WAYS_READ)
    @Get("/{allocation}")
    @Operation(
            operationId = "getAllocation",
            summary = "Why this account · 为何分配给该账号",
            description =
                    "What was found of every account when the link was opened, tier by tier, with the numbers behind it.")
    AllocationResource show(
            Caller caller,
            HttpRequest<?> request,
            @PathVariable @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String way,
            @PathVariable @Schema(example = "alc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String allocation) {
        PublicId id = IdType.CONTACT_WAY.inPath("way", way);
        return read.one(caller, id, IdType.ALLOCATION.inPath("allocation", allocation))
                .map(visit -> AllocationResource.of(visit, Language.of(request)))
                .orElseThrow(() -> Problems.notFound(IdType.ALLOCATION.label(), allocation));
    }
}
