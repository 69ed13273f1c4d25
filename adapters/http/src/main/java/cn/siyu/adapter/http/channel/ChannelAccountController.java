package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Changes;
import cn.siyu.adapter.http.answer.Conditions;
import cn.siyu.adapter.http.answer.Created;
import cn.siyu.adapter.http.answer.Write;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.json.JsonBody;
import cn.siyu.adapter.http.meta.Contract;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.adapter.http.query.Listing;
import cn.siyu.adapter.http.query.Lists;
import cn.siyu.adapter.http.query.Numbered;
import cn.siyu.adapter.http.query.Page;
import cn.siyu.adapter.http.query.Takes;
import cn.siyu.adapter.http.security.Needs;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.AccountWish;
import cn.siyu.application.channel.AddChannelAccount;
import cn.siyu.application.channel.ChangeChannelAccount;
import cn.siyu.application.channel.ReadChannelAccounts;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.WorkingHours;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// The channel accounts (账号) of a brand and how full they are, as far as the caller sees them.
@Controller("/v1/brands/{brand}/channel-accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Channel accounts")
final class ChannelAccountController implements Contract.Owner {
    private static final Listing ACCOUNTS = Numbered.listing().build();
    private static final String CHANGED = "{\"name\":\"小店员\",\"staff\":\"stf_01kaj4v5x8e6rtz3m0w9q2c4hd\","
            + "\"department\":\"dep_01kaj4v5x8e6rtz3m0w9q2c4hd\",\"totalCap\":5000,\"dailyCap\":100,"
            + "\"hours\":{\"from\":\"09:00\",\"until\":\"21:00\",\"days\":[\"MONDAY\",\"FRIDAY\"]}";

    private final ReadChannelAccounts read;
    private final AddChannelAccount add;
    private final ChangeChannelAccount change;
    private final Lists lists;

    ChannelAccountController(
            ReadChannelAccounts read, AddChannelAccount add, ChangeChannelAccount change, Lists lists) {
        this.read = read;
        this.add = add;
        this.change = change;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract()
                .list("listChannelAccounts", ACCOUNTS)
                .body(
                        "createChannelAccount",
                        Wish::read,
                        CHANGED + ",\"channel\":\"WECOM\",\"connection\":\"main\",\"address\":\"zhangxiaodian\"}")
                .problems("createChannelAccount", ProblemCode.ALREADY_EXISTS)
                .body("changeChannelAccount", Change::read, CHANGED + ",\"state\":\"PAUSED\"}");
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listChannelAccounts",
            summary = "List channel accounts · 列出渠道账号",
            description =
                    "Those that the key sees, with how full each is, in the order in which they were taken into use.")
    Page<ChannelAccountResource> list(Caller caller, HttpRequest<?> request) {
        return Numbered.page(
                lists,
                ACCOUNTS,
                request,
                (_, after, atMost) -> read.page(caller, after, atMost),
                view -> view.account().id().value(),
                ChannelAccountResource::of);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Get("/{account}")
    @Operation(
            operationId = "getChannelAccount",
            summary = "Show a channel account · 查看渠道账号",
            description = "With its load: customers, those of today, and places held for visitors.")
    ChannelAccountResource show(
            Caller caller,
            @PathVariable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String account) {
        return read.one(caller, IdType.CHANNEL_ACCOUNT.inPath("account", account))
                .map(ChannelAccountResource::of)
                .orElseThrow(() -> Problems.notFound(IdType.CHANNEL_ACCOUNT.label(), account));
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Post
    @Operation(
            operationId = "createChannelAccount",
            summary = "Take a channel account into use · 启用渠道账号",
            description =
                    "The account must exist on its channel. It starts empty; caps that are left out come from the "
                            + "policies in force, the department from its holder.")
    @ApiResponse(responseCode = "201", description = "The account is in use", useReturnTypeSchema = true)
    HttpResponse<ChannelAccountResource> create(Caller caller, JsonBody body, Write write, HttpRequest<?> request) {
        return write.run(() -> {
            Wish wish = body.read(Wish::read);
            var command = new AddChannelAccount.Command(
                    caller, wish.channel(), wish.connection(), wish.address(), wish.account());
            var resource = ChannelAccountResource.of(Changes.made(add.handle(command), IdType.CHANNEL_ACCOUNT));
            return Created.under(request, resource.id(), resource);
        });
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_WRITE)
    @Patch(
            value = "/{account}",
            consumes = {MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
    @Operation(
            operationId = "changeChannelAccount",
            summary = "Change a channel account · 修改渠道账号",
            description = "PAUSED keeps its customers and takes no new ones. Lower caps hold for new customers only.")
    HttpResponse<ChannelAccountResource> change(
            Caller caller,
            @PathVariable @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30) String account,
            JsonBody body,
            Conditions conditions,
            Write write) {
        ChannelAccountResource current = show(caller, account);
        conditions.requireVersion(current.version());
        Change wish = body.patch(current, Change::read);
        var command = new ChangeChannelAccount.Command(
                caller,
                IdType.CHANNEL_ACCOUNT.inPath("account", account),
                current.version(),
                wish.account(),
                wish.state());
        return write.run(() -> HttpResponse.ok(
                ChannelAccountResource.of(Changes.changed(change.handle(command), IdType.CHANNEL_ACCOUNT, account))));
    }

    private static AccountWish account(Input in) {
        in.readOnly("health", "load");
        return new AccountWish(
                in.text("name", 100).get(),
                in.id("staff", IdType.STAFF).get(),
                in.id("department", IdType.DEPARTMENT).orNull(),
                in.integer("totalCap", 1, Integer.MAX_VALUE).orNull(),
                in.integer("dailyCap", 1, Integer.MAX_VALUE).orNull(),
                in.object("hours", ChannelAccountController::hours).orNull());
    }

    private static WorkingHours hours(Input in) {
        return new WorkingHours(
                in.localTime("from").or(LocalTime.MIDNIGHT),
                in.localTime("until").or(LocalTime.MIDNIGHT),
                Set.copyOf(in.list("days", 1, 7).oneOf(DayOfWeek.class).or(List.of(DayOfWeek.values()))));
    }

    /// A new account.
    private record Wish(String channel, String connection, String address, AccountWish account) {
        static Wish read(Input in) {
            in.readOnly("state");
            return new Wish(
                    in.text("channel", 30).get(),
                    in.text("connection", 60).get(),
                    in.text("address", 64).get(),
                    ChannelAccountController.account(in));
        }
    }

    /// What an account is to be from now on.
    private record Change(AccountWish account, ChannelAccount.State state) {
        static Change read(Input in) {
            in.readOnly("channel", "connection", "address");
            return new Change(
                    ChannelAccountController.account(in),
                    in.oneOf("state", ChannelAccount.State.class).or(ChannelAccount.State.ACTIVE));
        }
    }
}
