package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.CorpClock;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// How customer groups did (客户群统计): by owner over some days, or day by day over all owners
/// asked for. Today is not counted yet.
final class GroupStatisticApi {
    private static final String ROOT = "/cgi-bin/externalcontact/groupchat/";
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 1000;

    private GroupStatisticApi() {}

    /// The days of a query, both ends included.
    private record Span(int from, int to) {}

    /// An owner's numbers.
    private record Item(String owner, GroupStatistic data) {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "statistic", GroupStatisticApi::byOwner, "items"),
                Endpoint.contactPost(ROOT + "statistic_group_by_day", GroupStatisticApi::byDay, "items"));
    }

    private static void byOwner(Call call, ObjectNode answer) {
        var params = call.params();
        var span = span(call);
        var order = order(params);
        var offset = params.number("offset", 0);
        if (offset < 0) {
            throw Errcode.invalidParam("offset");
        }
        var limit = params.number("limit", PAGE);
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Errcode.invalidParam("limit");
        }
        var items = owners(call).stream()
                .map(owner -> new Item(owner, GroupStatistic.of(call.corp(), Set.of(owner), span.from(), span.to())))
                .filter(item -> item.data().concernsAny())
                .sorted(order)
                .toList();
        var page = items.stream().skip(offset).limit(limit).toList();
        answer.put("total", items.size());
        answer.put("next_offset", Math.min(items.size(), offset + page.size()));
        var nodes = answer.putArray("items");
        for (var item : page) {
            item.data().write(nodes.addObject().put("owner", item.owner()).putObject("data"));
        }
    }

    private static void byDay(Call call, ObjectNode answer) {
        var span = span(call);
        var owners = owners(call);
        var nodes = answer.putArray("items");
        IntStream.rangeClosed(span.from(), span.to()).forEach(day -> {
            var node = nodes.addObject().put("stat_time", CorpClock.startOf(day));
            GroupStatistic.of(call.corp(), owners, day, day).write(node.putObject("data"));
        });
    }

    private static Set<String> owners(Call call) {
        var owners = GroupChatApi.owners(call);
        if (owners.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return owners;
    }

    /// Times within a day mean that day.
    private static Span span(Call call) {
        var params = call.params();
        if (!params.has("day_begin_time")) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var begin = params.number("day_begin_time", 0);
        var end = params.number("day_end_time", begin);
        var yesterday = CorpClock.day(call.now()) - 1;
        var earliest = yesterday + 1 - call.corp().limits().statisticDaysBack();
        if (begin < 0 || end < begin || end > call.now()) {
            throw Errcode.BAD_TIME_RANGE.error("invalid start time");
        }
        var span = new Span(CorpClock.day(begin), CorpClock.day(end));
        if (span.from() < earliest
                || span.to() > yesterday
                || span.to() - span.from() >= call.corp().limits().statisticDays()) {
            throw Errcode.BAD_TIME_RANGE.error("invalid start time");
        }
        return span;
    }

    private static Comparator<Item> order(Params params) {
        var by = params.number("order_by", 1);
        var ascending = params.number("order_asc", 0);
        if (ascending != 0 && ascending != 1) {
            throw Errcode.BAD_PARAMETER.error("order_asc invalid");
        }
        if (by < 1 || by > 4) {
            throw Errcode.BAD_PARAMETER.error("order_by invalid");
        }
        Comparator<Item> order = Comparator.comparingInt(item -> switch ((int) by) {
            case 1 -> item.data().newChats();
            case 2 -> item.data().chats();
            case 3 -> item.data().newMembers();
            default -> item.data().members();
        });
        return (ascending == 1 ? order : order.reversed()).thenComparing(Item::owner);
    }
}
