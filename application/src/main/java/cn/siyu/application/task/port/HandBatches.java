package cn.siyu.application.task.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The batches (群发批次) in which people send messages by hand, by account and day. Whoever joins
/// them holds the accounts' paces, so that nobody else does at the same time.
public interface HandBatches {
    /// The batches of accounts on a day of their platform's calendar; of accounts without one, no
    /// entry.
    Map<ChannelAccountId, List<Batch>> of(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day);

    /// Keeps batches of a day as they are now, new ones and ones that have grown.
    void keep(BrandId brand, LocalDate day, Map<ChannelAccountId, List<Batch>> batches);
}
