package cn.siyu.application.channel.port;

import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of visits to contact ways (分流记录); each is kept with the reason for its account.
public interface Allocations {
    /// Keeps a visit.
    void add(BrandId brand, AllocationRecord record);

    /// The visit with a public id, or empty.
    Optional<AllocationRecord> find(BrandId brand, ContactWayId way, PublicId id);

    /// Visits of a contact way with a number below `before`, newest first.
    List<AllocationRecord> page(BrandId brand, ContactWayId way, long before, int atMost);

    /// How many visitors a contact way's rule led to each account since a moment: neither those who
    /// were led back to an account that they know, nor those whom nobody could take.
    Map<ChannelAccountId, Long> spread(BrandId brand, ContactWayId way, Instant since);

    /// Visits whose place was held until a moment or before it, oldest first.
    List<AllocationRecord> overdue(BrandId brand, Instant now, int atMost);

    /// When the next held place is to be given back; empty if none is held.
    Optional<Instant> nextOverdueAt(BrandId brand);

    /// Ends a held visit whose time is over.
    ///
    /// @return false if it was taken or ended in between
    boolean expire(BrandId brand, long id);
}
