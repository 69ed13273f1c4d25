package cn.siyu.domain.channel.care;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The batches (群发批次) in which the messages of one account on one day are sent by hand: on the
/// phone one content goes to some friends at a time, at most so many. Pictures with a QR code no
/// longer arrive after the first few batches of a day.
public final class DayOfBatches {
    private final TreeMap<Integer, Batch> batches = new TreeMap<>();
    private final TreeMap<Integer, Batch> changed = new TreeMap<>();

    /// One batch.
    ///
    /// @param number 1 for the first of the account's day
    /// @param material the number of what is sent; 0 for what was written from none
    /// @param members how many messages it has, 1 or more
    public record Batch(int number, long material, int members) {
        public Batch {
            if (number < 1 || members < 1) {
                throw new IllegalArgumentException("batch " + number + " of " + members);
            }
        }
    }

    /// @param begun the batches of the day so far
    public DayOfBatches(List<Batch> begun) {
        begun.forEach(batch -> batches.put(batch.number(), batch));
    }

    /// Puts one more message into the newest batch of its material that has room, else into a new
    /// one.
    ///
    /// @param perBatch how many one batch may have, 1 or more
    /// @return the batch, with it
    public Batch join(long material, int perBatch) {
        Batch joined = batches.values().stream()
                .filter(batch -> batch.material() == material && batch.members() < perBatch)
                .max(Comparator.comparingInt(Batch::number))
                .map(batch -> new Batch(batch.number(), material, batch.members() + 1))
                .orElseGet(() -> new Batch(batches.isEmpty() ? 1 : batches.lastKey() + 1, material, 1));
        batches.put(joined.number(), joined);
        changed.put(joined.number(), joined);
        return joined;
    }

    /// The batches that somebody joined, by number.
    public List<Batch> changed() {
        return List.copyOf(changed.values());
    }
}
