package cn.siyu.adapter.wecomsimulator.world;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What still has to be told to the outside, in order of sequence within each kind.
public final class Outbox {
    private final Map<PostRow.Kind, NavigableMap<Long, PostRow>> waiting = new EnumMap<>(PostRow.Kind.class);
    private final NavigableMap<Long, Late> held = new TreeMap<>();
    private final Set<Long> released = new HashSet<>();
    private long last;

    private record Late(PostRow post, long until) {}

    Outbox() {
        for (var kind : PostRow.Kind.values()) {
            waiting.put(kind, new TreeMap<>());
        }
    }

    void apply(PostRow row) {
        of(row.kind()).put(row.sequence(), row);
        last = Math.max(last, row.sequence());
    }

    void apply(PostRow.Held row) {
        for (var posts : waiting.values()) {
            var post = posts.remove(row.sequence());
            if (post != null) {
                held.put(row.sequence(), new Late(post, row.until()));
            }
        }
    }

    void apply(PostRow.Released row) {
        var late = held.remove(row.sequence());
        if (late != null) {
            of(late.post().kind()).put(row.sequence(), late.post());
        }
        released.add(row.sequence());
    }

    void apply(PostRow.Done row) {
        waiting.values().forEach(posts -> posts.remove(row.sequence()));
        held.remove(row.sequence());
        released.remove(row.sequence());
        last = Math.max(last, row.sequence());
    }

    Stream<Row> rows() {
        // the end of the sequence outlives the posts, because numbers are made from it
        return Stream.of(
                        Stream.of(new PostRow.Done(last)),
                        everything().stream(),
                        held.values().stream()
                                .map(late -> new PostRow.Held(late.post().sequence(), late.until())),
                        released.stream().sorted().map(PostRow.Released::new))
                .flatMap(rows -> rows);
    }

    /// When the first held post may go out; empty when none is held.
    public OptionalLong nextRelease() {
        return held.values().stream().mapToLong(Late::until).min();
    }

    /// The held posts that may go out now.
    public List<Long> releasable(long now) {
        return held.entrySet().stream()
                .filter(late -> late.getValue().until() <= now)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether a post was held once already.
    public boolean wasHeld(long sequence) {
        return released.contains(sequence);
    }

    public long nextSequence() {
        return last + 1;
    }

    public boolean isEmpty() {
        return waiting.values().stream().allMatch(Map::isEmpty);
    }

    /// How many posts of a kind wait.
    public int waiting(PostRow.Kind kind) {
        return of(kind).size();
    }

    /// The first waiting post of a kind.
    public Optional<PostRow> first(PostRow.Kind kind) {
        return Optional.ofNullable(of(kind).firstEntry()).map(Map.Entry::getValue);
    }

    /// Everything that waits or is held, oldest first.
    public List<PostRow> everything() {
        return Stream.concat(
                        waiting.values().stream().flatMap(posts -> posts.values().stream()),
                        held.values().stream().map(Late::post))
                .sorted(Comparator.comparingLong(PostRow::sequence))
                .toList();
    }

    private NavigableMap<Long, PostRow> of(PostRow.Kind kind) {
        return waiting.computeIfAbsent(kind, _ -> new TreeMap<>());
    }
}
