package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.WaveId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Waves (批次): the executions of one step of one version that fall due in the same minute.
public interface Waves {
    /// Adds the waves that aren't there yet.
    ///
    /// @return the number of each one's, whether it was there before or not
    Map<Key, WaveId> open(BrandId brand, Collection<Wave> waves);

    /// Adds to the counts of waves.
    void count(BrandId brand, Map<WaveId, Counts> more);

    /// The one with a public id, or empty.
    Optional<Counted> byPublicId(BrandId brand, PublicId id);

    /// Waves with a number below `before`, newest first.
    ///
    /// @param sop null: of all SOPs
    List<Counted> page(BrandId brand, @Nullable SopId sop, long before, int atMost);

    /// What makes a wave.
    ///
    /// @param dueAt to the minute
    record Key(SopVersionId version, int step, Instant dueAt) {}

    /// A wave.
    record Wave(WaveId id, PublicId publicId, SopId sop, Key key, Instant createdAt) {}

    /// What was decided for the customers of a wave when it was planned.
    ///
    /// @param due how many fell due
    /// @param left how many had left the audience
    /// @param deferred put off, and decided again later
    record Counts(int due, int left, int planned, int deferred, int refused, int expired, int control, int byTask) {
        /// Nothing.
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /// Both together.
        public Counts plus(Counts more) {
            return new Counts(
                    due + more.due,
                    left + more.left,
                    planned + more.planned,
                    deferred + more.deferred,
                    refused + more.refused,
                    expired + more.expired,
                    control + more.control,
                    byTask + more.byTask);
        }
    }

    /// A wave with its counts.
    ///
    /// @param recipients how many recipients its batches have now, by the state of the batch
    record Counted(Wave wave, Counts counts, Map<String, Integer> recipients) {
        public Counted {
            recipients = Map.copyOf(recipients);
        }
    }
}
