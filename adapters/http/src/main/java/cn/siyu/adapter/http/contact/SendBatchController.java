package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.FilterType;
import cn.siyu.adapter.http.query.ListQuery;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Moments;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest.Place;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.contact.ReadContacts;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.BatchFilter;
import cn.siyu.domain.contact.BatchState;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What accounts hand to their platforms, those of unknown outcome among them.
@Controller("/v1/brands/{brand}/send-batches")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact")
final class SendBatchController implements Contract.Owner {
    private static final Listing BATCHES = Listing.inOrderOf("-plannedAt")
            .filter("state", FilterType.oneOf(BatchState.class))
            .filter("account", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .filter("sentAt", FilterType.instant())
            .build();

    private final ReadContacts contacts;
    private final Lists lists;

    SendBatchController(ReadContacts contacts, Lists lists) {
        this.contacts = contacts;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listSendBatches", BATCHES);
    }

    @Needs(Scope.SENDS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSendBatches",
            summary = "List what accounts hand to their platforms · 列出触达批次",
            description =
                    "Newest first. state=UNKNOWN are those whose call may or may not have had its effect: they are never"
                            + " called again by themselves, and what they use of quotas stays used.")
    Page<SendBatchResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(BATCHES, request);
        @Nullable Place after = query.page().after();
        var filter = new BatchFilter(
                query.one("account", PublicId.class).orElse(null),
                Set.copyOf(query.all("state", BatchState.class)),
                Moments.from(query, "sentAt"),
                Moments.until(query, "sentAt"));
        var rows = contacts.batches(
                caller,
                filter,
                after == null ? ContactLog.NEWEST : after.id(),
                query.page().withOneMore().limit());
        return lists.page(
                query,
                rows,
                row -> new Place(row.times().createdAt().toString(), row.id().value()),
                row -> resource(caller, row));
    }

    @Needs(Scope.SENDS_READ)
    @Get("/{batch}")
    @Operation(
            operationId = "getSendBatch",
            summary = "Read one batch · 查看一个触达批次",
            description = "What it says, how many it goes to, how far it is. Its messages are listed by sends?batch=.")
    SendBatchResource show(
            Caller caller,
            @PathVariable @Schema(example = "bat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String batch) {
        return contacts.batch(caller, IdType.SEND_BATCH.inPath("batch", batch))
                .map(view -> resource(caller, view))
                .orElseThrow(() -> Problems.notFound(IdType.SEND_BATCH.label(), batch));
    }

    private static SendBatchResource resource(Caller caller, BatchView batch) {
        return SendBatchResource.of(batch, caller.may(Scope.CUSTOMERS_PII));
    }
}
