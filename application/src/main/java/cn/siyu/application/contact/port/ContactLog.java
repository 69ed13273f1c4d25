package cn.siyu.application.contact.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was decided, sent and learned, to be read, as far as it is in sight: a send by its account
/// and its customer, a batch by its account. Newest first; pages end before a number.
public interface ContactLog {
    /// A place before all others.
    long NEWEST = Long.MAX_VALUE;

    /// One send that is in sight.
    Optional<SendView> send(BrandId brand, Sight sight, PublicId id);

    /// Sends with a number below `before`.
    List<SendView> sends(BrandId brand, Sight sight, SendFilter filter, long before, int atMost);

    /// One batch that is in sight.
    Optional<BatchView> batch(BrandId brand, Sight sight, PublicId id);

    /// Batches with a number below `before`.
    List<BatchView> batches(BrandId brand, Sight sight, BatchFilter filter, long before, int atMost);

    /// Which sends are wanted.
    ///
    /// @param states any of these; empty: all
    /// @param classes any of these; empty: all
    /// @param plannedFrom planned at that moment or after; null: from the beginning
    /// @param plannedBefore and before that one; null: to the end
    record SendFilter(
            Of of,
            Set<SendState> states,
            Set<ContactClass> classes,
            @Nullable Instant plannedFrom,
            @Nullable Instant plannedBefore) {
        public static final SendFilter ANY = of(Of.ANYTHING);

        public SendFilter {
            states = Set.copyOf(states);
            classes = Set.copyOf(classes);
        }

        /// All that belong to something.
        public static SendFilter of(Of of) {
            return new SendFilter(of, Set.of(), Set.of(), null, null);
        }

        /// All in some states.
        public static SendFilter in(SendState... states) {
            return new SendFilter(Of.ANYTHING, Set.of(states), Set.of(), null, null);
        }
    }

    /// What sends belong to; null: anything.
    record Of(
            @Nullable PublicId customer,
            @Nullable PublicId account,
            @Nullable PublicId sop,
            @Nullable PublicId sopVersion,
            @Nullable PublicId wave,
            @Nullable PublicId batch) {
        public static final Of ANYTHING = new Of(null, null, null, null, null, null);
    }

    /// Which batches are wanted.
    ///
    /// @param account null: of all
    /// @param states any of these; empty: all
    /// @param sentFrom the platform got it at that moment or after; null: whenever
    /// @param sentBefore and before that one; null: whenever
    record BatchFilter(
            @Nullable PublicId account,
            Set<BatchState> states,
            @Nullable Instant sentFrom,
            @Nullable Instant sentBefore) {
        public static final BatchFilter ANY = new BatchFilter(null, Set.of(), null, null);

        public BatchFilter {
            states = Set.copyOf(states);
        }
    }
}
