package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.callback.AcquisitionEvents;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow.Pack;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import java.time.Duration;

/// How many customers a corp may still gain by acquisition links (获客助手额度): used up, bought,
/// ended by time.
public final class Quota {
    private static final String ENDS = "QUOTA";
    private static final int[] WARN_DAYS = {14, 7, 3, 2, 1};
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long LOW = 20;

    private Quota() {}

    static void use(Corp corp) {
        var now = corp.clock().now();
        var before = corp.links().acquisition().balance(now);
        corp.put(corp.links().acquisition().withOneUsed(now));
        var left = corp.links().acquisition().balance(now);
        if (left < LOW && before >= LOW) {
            AcquisitionEvents.balance(corp, "balance_low");
        }
        if (left == 0 && before > 0) {
            AcquisitionEvents.balance(corp, "balance_exhausted");
        }
    }

    /// The corp buys uses that last until a time.
    public static void grant(Corp corp, Pack pack) {
        var now = corp.clock().now();
        var before = corp.links().acquisition().balance(now);
        corp.put(corp.links().acquisition().with(pack));
        watch(corp, pack);
        if (before == 0 && corp.links().acquisition().balance(now) > 0) {
            AcquisitionEvents.balance(corp, "balance_increased");
        }
    }

    /// Puts the warnings about packs that end into the agenda; from the first link on, because a
    /// corp without links has no use for them.
    public static void watch(Corp corp) {
        corp.links().acquisition().packs().forEach(pack -> watch(corp, pack));
    }

    private static void watch(Corp corp, Pack pack) {
        var now = corp.clock().now();
        for (var days : WARN_DAYS) {
            put(corp, pack.expiresAt() - days * DAY, days, pack.expiresAt(), now);
        }
        put(corp, pack.expiresAt(), 0, pack.expiresAt(), now);
    }

    private static void put(Corp corp, long at, int days, long expiresAt, long now) {
        if (at > now) {
            corp.put(EventRow.of(corp.clock().rounded(at), ENDS, -1, "", days, Long.toString(expiresAt)));
        }
    }

    /// A pack ends in some days, or now.
    public static void due(Corp corp, int days, long expiresAt) {
        var row = corp.links().acquisition();
        var left = row.packs().stream()
                .filter(pack -> pack.expiresAt() == expiresAt)
                .mapToLong(Pack::balance)
                .sum();
        if (left == 0) {
            return;
        }
        if (days > 0) {
            AcquisitionEvents.quotaEnds(corp, expiresAt, left);
            return;
        }
        corp.put(new AcquisitionRow(
                row.category(),
                row.used(),
                row.packs().stream()
                        .filter(pack -> pack.expiresAt() != expiresAt)
                        .toList()));
        if (corp.links().acquisition().balance(corp.clock().now()) == 0) {
            AcquisitionEvents.balance(corp, "balance_exhausted");
        }
    }
}
