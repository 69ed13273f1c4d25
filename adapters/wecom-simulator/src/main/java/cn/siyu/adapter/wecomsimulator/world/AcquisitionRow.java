package cn.siyu.adapter.wecomsimulator.world;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a corp may do with acquisition links (获客助手): its business category, and how many
/// customers it may still gain by them.
///
/// @param used how many it has gained
/// @param packs what it bought, the one that ends first in front
public record AcquisitionRow(Category category, long used, List<Pack> packs) implements Row {
    /// A corp that never asked for it.
    public static final AcquisitionRow NONE = new AcquisitionRow(Category.USUAL, 0, List.of());

    /// The business category (经营类目) decides on what is offered.
    public enum Category {
        /// None was set: links cannot be made.
        NONE,
        USUAL,
        /// Preferred members may be named, and the app hears of opened links and requests.
        PRIVILEGED
    }

    /// So many uses until a time.
    public record Pack(long expiresAt, int balance) {}

    public AcquisitionRow {
        packs = packs.stream().sorted(Comparator.comparingLong(Pack::expiresAt)).toList();
    }

    /// How many uses are left.
    public long balance(long now) {
        return live(now).mapToLong(Pack::balance).sum();
    }

    /// The packs that can still be used.
    public Stream<Pack> live(long now) {
        return packs.stream().filter(pack -> pack.expiresAt() > now && pack.balance() > 0);
    }

    /// With one use less, from the pack that ends first.
    public AcquisitionRow withOneUsed(long now) {
        var from = live(now).findFirst();
        return new AcquisitionRow(
                category,
                used + 1,
                packs.stream()
                        .map(pack -> from.isPresent() && pack.equals(from.get())
                                ? new Pack(pack.expiresAt(), pack.balance() - 1)
                                : pack)
                        .toList());
    }

    public AcquisitionRow with(Pack more) {
        var others = packs.stream().filter(pack -> pack.expiresAt() != more.expiresAt());
        var before = packs.stream()
                .filter(pack -> pack.expiresAt() == more.expiresAt())
                .mapToInt(Pack::balance)
                .sum();
        var joined = new Pack(more.expiresAt(), Math.addExact(before, more.balance()));
        return new AcquisitionRow(
                category, used, Stream.concat(others, Stream.of(joined)).toList());
    }
}
