package cn.siyu.adapter.http.contact;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemException;
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
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.Of;
import cn.siyu.application.contact.port.ContactLog.SendFilter;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.application.insight.ReadAttribution;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendState;
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

/// Messages to customers: what was decided, where each stands, what it achieved.
@Controller("/v1/brands/{brand}/sends")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Contact")
final class SendController implements Contract.Owner {
    private static final Listing SENDS = Listing.inOrderOf("-plannedAt")
            .filter("state", FilterType.oneOf(SendState.class))
            .filter("contactClass", FilterType.oneOf(ContactClass.class))
            .filter("customer", FilterType.oneId(IdType.CUSTOMER))
            .filter("account", FilterType.oneId(IdType.CHANNEL_ACCOUNT))
            .filter("sop", FilterType.oneId(IdType.SOP))
            .filter("sopVersion", FilterType.oneId(IdType.SOP_VERSION))
            .filter("wave", FilterType.oneId(IdType.WAVE))
            .filter("batch", FilterType.oneId(IdType.SEND_BATCH))
            .filter("plannedAt", FilterType.instant())
            .build();

    private final ReadContacts contacts;
    private final ReadAttribution attribution;
    private final Lists lists;

    SendController(ReadContacts contacts, ReadAttribution attribution, Lists lists) {
        this.contacts = contacts;
        this.attribution = attribution;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listSends", SENDS);
    }

    @Needs(Scope.SENDS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listSends",
            summary = "List messages to customers · 列出触达",
            description =
                    "Sent, waiting, refused and all others, each with its decision, newest first. state=UNKNOWN,HELD are"
                            + " those of which nobody knows whether they arrived.")
    Page<SendResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(SENDS, request);
        @Nullable Place after = query.page().after();
        Language language = Language.of(request);
        var rows = contacts.sends(
                caller,
                filter(query),
                after == null ? ContactLog.NEWEST : after.id(),
                query.page().withOneMore().limit());
        return lists.page(query, rows, SendController::place, row -> SendResource.of(row, language));
    }

    private static SendFilter filter(ListQuery query) {
        return new SendFilter(
                new Of(
                        id(query, "customer"),
                        id(query, "account"),
                        id(query, "sop"),
                        id(query, "sopVersion"),
                        id(query, "wave"),
                        id(query, "batch")),
                Set.copyOf(query.all("state", SendState.class)),
                Set.copyOf(query.all("contactClass", ContactClass.class)),
                Moments.from(query, "plannedAt"),
                Moments.until(query, "plannedAt"));
    }

    private static @Nullable PublicId id(ListQuery query, String name) {
        return query.one(name, PublicId.class).orElse(null);
    }

    private static Place place(SendView row) {
        return new Place(row.times().createdAt().toString(), row.id().value());
    }

    @Needs(Scope.SENDS_READ)
    @Get("/{send}")
    @Operation(
            operationId = "getSend",
            summary = "Read one message · 查看一条触达",
            description =
                    "Where it stands, and its decision: everything that spoke against it, with the numbers, the policy"
                            + " edition, and what would change it.")
    SendResource show(
            Caller caller,
            @PathVariable @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String send,
            HttpRequest<?> request) {
        return contacts.send(caller, IdType.SEND.inPath("send", send))
                .map(view -> SendResource.of(view, Language.of(request)))
                .orElseThrow(() -> unknown(send));
    }

    @Needs(Scope.SENDS_READ)
    @Get("/{send}/attribution")
    @Operation(
            operationId = "getSendAttribution",
            summary = "Which orders a message led to · 查看触达归因",
            description =
                    "Orders paid in the seven days after it was delivered, and how much of each is put down to it: as the"
                            + " last contact, and with all contacts sharing alike. Less what was paid back.")
    AttributionResource attribution(
            Caller caller,
            @PathVariable @Schema(example = "snd_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String send) {
        return attribution
                .answer(caller, IdType.SEND.inPath("send", send))
                .map(AttributionResource::of)
                .orElseThrow(() -> unknown(send));
    }

    private static ProblemException unknown(String send) {
        return Problems.notFound(IdType.SEND.label(), send);
    }
}
