package cn.siyu.adapter.persistence;

import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tables that have grown by much, told by what was added to them through this process.
///
/// PostgreSQL plans by figures that it takes by itself about once a minute. Of a table it has no
/// figures of, it believes that a brand has a two-hundredth, so that reading all of the brand looks
/// cheaper than looking two thousand keys up; a first take-over then spends most of its time on
/// that. So figures are taken as soon as a brand has its first thousand rows in a table, ten
/// thousand, and a hundred thousand; from then on PostgreSQL's own pace will do.
@Singleton
final class GrownTables {
    private static final Pattern ADDS = Pattern.compile("\\s*INSERT INTO (\\w+).*", Pattern.DOTALL);
    private static final long FIRST = 1_000;
    private static final long FACTOR = 10;
    private static final long LAST = 100_000;

    private final Map<Part, Long> rows = new ConcurrentHashMap<>();
    private final Queue<String> grown = new ConcurrentLinkedQueue<>();

    /// @param brand null for a table that has none
    private record Part(String table, @Nullable BrandId brand) {}

    /// Counts rows.
    ///
    /// @param command whatever was run; only additions count
    /// @param first its first parameter, which is the brand in nearly all of our tables
    void changed(String command, @Nullable Object first, long count) {
        var adds = ADDS.matcher(command);
        if (count <= 0 || !adds.matches()) {
            return;
        }
        String table = adds.group(1);
        long after = rows.merge(new Part(table, first instanceof BrandId brand ? brand : null), count, Long::sum);
        note(table, after - count, after);
    }

    private void note(String table, long before, long after) {
        for (long size = FIRST; size <= LAST; size *= FACTOR) {
            if (before < size && size <= after) {
                grown.add(table);
                return;
            }
        }
    }

    /// The next table to take figures of; null if there is none. Each is told once.
    @Nullable
    String next() {
        return grown.poll();
    }
}
