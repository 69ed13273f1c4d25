package cn.siyu.adapter.http.channel;

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
import cn.siyu.application.channel.ReadChannels;
import cn.siyu.application.channel.ReadChannels.ChannelView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// The channels that are installed and what each of them can do.
@Controller("/v1/brands/{brand}/channels")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Channel accounts")
final class ChannelController implements Contract.Owner {
    private static final Listing CHANNELS = Listing.inOrderOf("channel").build();

    private final ReadChannels read;
    private final Lists lists;

    ChannelController(ReadChannels read, Lists lists) {
        this.read = read;
        this.lists = lists;
    }

    @Override
    public Contract contract() {
        return new Contract().list("listChannels", CHANNELS);
    }

    @Needs(Scope.CHANNEL_ACCOUNTS_READ)
    @Takes(Takes.LISTING)
    @Get
    @Operation(
            operationId = "listChannels",
            summary = "List the installed channels · 列出渠道及其能力",
            description =
                    "What each can do by itself, what people do on it, how contacts are made, and the brand's connections to"
                            + " it. Kinds of channel are an open set.")
    Page<ChannelResource> list(Caller caller, HttpRequest<?> request) {
        ListQuery query = lists.read(CHANNELS, request);
        Place after = query.page().after();
        int from = after == null ? 0 : Math.toIntExact(after.id());
        List<ChannelView> rows = read.all(caller).stream()
                .skip(from)
                .limit(query.page().withOneMore().limit())
                .toList();
        return lists.page(query, rows, row -> new Place("", from + rows.indexOf(row) + 1L), ChannelResource::of);
    }
}
