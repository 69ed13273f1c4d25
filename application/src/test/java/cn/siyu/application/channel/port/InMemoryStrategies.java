package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Strategies in memory: two privileges, one of which can't be denied.
final class InMemoryStrategies implements Strategies {
    private static final Set<String> ALL = Set.of("see", "send");
    private static final Set<String> ALWAYS = Set.of("see");

    private final InMemoryFarSide farSide;
    private final Map<Long, Kept> strategies = new LinkedHashMap<>();

    InMemoryStrategies(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private record Kept(Strategy strategy, List<Node> range) {}

    boolean firstLevel(long id) {
        var kept = strategies.get(id);
        return kept != null && kept.strategy().parent() == null;
    }

    @Override
    public Answer<Slice<Long>> list(@Nullable String cursor) {
        return farSide.read(() -> Pages.of(List.copyOf(strategies.keySet()), cursor));
    }

    @Override
    public Answer<Strategy> fetch(long id) {
        return farSide.read(() -> {
            var kept = strategies.get(id);
            return kept == null ? none() : Answer.done(kept.strategy());
        });
    }

    @Override
    public Answer<Slice<Node>> range(long id, @Nullable String cursor) {
        return farSide.read(() -> {
            var kept = strategies.get(id);
            return kept == null ? none() : Pages.of(kept.range(), cursor);
        });
    }

    @Override
    public Answer<Long> create(Request request) {
        return farSide.change(() -> {
            var parent = request.parent() == null ? null : strategies.get(request.parent());
            boolean orphan = request.parent() != null && parent == null;
            boolean wider = parent != null && !parent.range().containsAll(request.range());
            if (orphan
                    || wider
                    || request.range().size() > 100
                    || request.admins().size() > 20) {
                return Answer.notDone(NotDoneReason.INVALID, "not a strategy");
            }
            long id = farSide.next();
            put(
                    id,
                    request.parent(),
                    request.name(),
                    farSide.now(),
                    request.admins(),
                    less(ALL, request.denied()),
                    request.range());
            return Answer.done(id);
        });
    }

    @Override
    public Answer<Ack> change(long id, Change change) {
        return farSide.change(() -> {
            var kept = strategies.get(id);
            if (kept == null) {
                return none();
            }
            var old = kept.strategy();
            var range = new ArrayList<>(kept.range());
            change.rangeToo().stream().filter(node -> !range.contains(node)).forEach(range::add);
            range.removeAll(change.rangeNoMore());
            var allowed = new HashSet<>(old.allowed());
            allowed.addAll(change.allowed());
            put(
                    id,
                    old.parent(),
                    Objects.requireNonNullElse(change.name(), old.name()),
                    old.createdAt(),
                    Objects.requireNonNullElse(change.admins(), old.admins()),
                    less(allowed, change.denied()),
                    range);
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> delete(long id) {
        return farSide.change(() -> {
            if (strategies.remove(id) == null) {
                return none();
            }
            strategies.values().removeIf(kept -> Objects.equals(kept.strategy().parent(), id));
            return Answer.done(Ack.ACK);
        });
    }

    private static Set<String> less(Set<String> allowed, Set<String> denied) {
        var left = new HashSet<>(allowed);
        left.removeAll(denied);
        left.addAll(ALWAYS);
        return left;
    }

    private void put(
            long id,
            @Nullable Long parent,
            String name,
            Instant createdAt,
            Set<String> admins,
            Set<String> allowed,
            List<Node> range) {
        strategies.put(id, new Kept(new Strategy(id, parent, name, createdAt, admins, allowed), List.copyOf(range)));
    }

    private static <T> Answer<T> none() {
        return Answer.notDone(NotDoneReason.INVALID, "no such strategy");
    }
}
