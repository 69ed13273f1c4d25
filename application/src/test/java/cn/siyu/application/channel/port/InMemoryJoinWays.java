package cn.siyu.application.channel.port;

import java.util.LinkedHashMap;
import java.util.Map;

/// Ways into groups, in memory.
final class InMemoryJoinWays implements GroupJoinWays {
    private final InMemoryFarSide farSide;
    private final Map<String, Request> ways = new LinkedHashMap<>();

    InMemoryJoinWays(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    /// Somebody comes in by a way.
    void join(String wayId, String contactId) {
        var way = ways.get(wayId);
        if (way == null) {
            throw new IllegalArgumentException("no join way " + wayId);
        }
        farSide.groups.join(way.groups().getFirst(), contactId, way.state());
    }

    @Override
    public Answer<String> create(Request request) {
        return farSide.change(() -> {
            if (!request.groups().stream().allMatch(farSide.groups::has)) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no such group");
            }
            var id = "join" + farSide.next();
            ways.put(id, request);
            return Answer.done(id);
        });
    }

    @Override
    public Answer<JoinWay> fetch(String joinWayId) {
        return farSide.read(() -> {
            var way = ways.get(joinWayId);
            return way == null ? noWay() : Answer.done(new JoinWay(joinWayId, "https://far.side/" + joinWayId, way));
        });
    }

    @Override
    public Answer<Ack> update(String joinWayId, Request request) {
        return farSide.change(() -> ways.replace(joinWayId, request) == null ? noWay() : Answer.done(Ack.ACK));
    }

    @Override
    public Answer<Ack> delete(String joinWayId) {
        return farSide.change(() -> ways.remove(joinWayId) == null ? noWay() : Answer.done(Ack.ACK));
    }

    private static <T> Answer<T> noWay() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such join way");
    }
}
