package cn.siyu.adapter.wecomsimulator.world;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What still has to be told to the outside, in order of sequence within each kind.
public final class Outbox {
    private final Map<PostRow.Kind, NavigableMap<Long, PostRow>> waiting = new EnumMap<>(PostRow.Kind.class);
    private long last;

    Outbox() {
        for (var kind : PostRow.Kind.values()) {
            waiting.put(kind, new TreeMap<>());
        }
    }

    void apply(PostRow row) {
        of(row.kind()).put(row.sequence(), row);
        last = Math.max(last, row.sequence());
    }

    void apply(PostRow.Done row) {
        waiting.values().forEach(posts -> posts.remove(row.sequence()));
        last = Math.max(last, row.sequence());
    }

    Stream<Row> rows() {
        // the end of the sequence outlives the posts, because numbers are made from it
        return Stream.concat(Stream.of(new PostRow.Done(last)), all());
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

    /// Everything that waits, oldest first.
    public List<PostRow> everything() {
        return all().toList();
    }

    private Stream<PostRow> all() {
        return waiting.values().stream()
                .flatMap(posts -> posts.values().stream())
                .sorted(Comparator.comparingLong(PostRow::sequence));
    }

    private NavigableMap<Long, PostRow> of(PostRow.Kind kind) {
        return waiting.computeIfAbsent(kind, _ -> new TreeMap<>());
    }
}
