package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was decided, sent and learned, to be read. Newest first; pages end before a number.
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

    /// Which sends are wanted; null: any.
    record SendFilter(
            @Nullable CustomerId customer,
            @Nullable ChannelAccountId account,
            @Nullable Long sopVersion,
            @Nullable Long wave,
            @Nullable SendState state) {
        public static final SendFilter ANY = new SendFilter(null, null, null, null, null);
    }

    /// Which batches are wanted; null: any.
    ///
    /// @param sentFrom the platform got it at that moment or after
    /// @param sentBefore and before that one
    record BatchFilter(
            @Nullable ChannelAccountId account,
            @Nullable BatchState state,
            @Nullable Instant sentFrom,
            @Nullable Instant sentBefore) {
        public static final BatchFilter ANY = new BatchFilter(null, null, null, null);
    }

    /// Whose sends are in sight (数据范围).
    sealed interface Sight {
        /// Everybody's.
        record Everything() implements Sight {}

        /// Of the accounts that serve these departments.
        record Departments(List<DepartmentId> departments) implements Sight {
            public Departments {
                departments = List.copyOf(departments);
            }
        }

        /// Of the accounts that a staff member holds.
        record Staff(StaffId staff) implements Sight {}
    }
}
