package cn.siyu.application.task;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.task.port.HandBatches;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.care.DayOfBatches;
import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts the messages that people are to send today into batches (群发批次), many at once. Accounts of
/// channels without a platform policy have none: there each message goes alone.
final class JoinBatches {
    private final HandBatches batches;
    private final BrandId brand;
    private final Map<ChannelAccountId, Day> days;

    /// One account's day.
    private record Day(LocalDate day, int perBatch, AccountCare.@Nullable Messages care, DayOfBatches batches) {}

    /// Where a message is.
    ///
    /// @param picturesArrive whether pictures with a QR code still arrive
    /// @param batch the number of its batch on that day; null: it goes alone
    /// @param perBatch how many recipients one batch has at most
    record Place(boolean picturesArrive, @Nullable Integer batch, int perBatch) {}

    JoinBatches(
            HandBatches batches,
            PoliciesInForce policies,
            BrandId brand,
            Map<ChannelAccountId, ChannelAccount> accounts,
            Instant now) {
        this.batches = batches;
        this.brand = brand;
        this.days = new HashMap<>();
        Map<ZoneId, List<ChannelAccount>> zones = accounts.values().stream()
                .filter(account -> policies.knowsPlatform(account.channel(), now))
                .collect(Collectors.groupingBy(account -> policies.platform(brand, account.channel(), now)
                        .values()
                        .zone()));
        zones.forEach((zone, some) -> open(policies, LocalDate.ofInstant(now, zone), some, now));
    }

    private void open(PoliciesInForce policies, LocalDate day, Collection<ChannelAccount> some, Instant now) {
        var begun = batches.of(brand, some.stream().map(ChannelAccount::id).toList(), day);
        for (ChannelAccount account : some) {
            int platform = policies.platform(brand, account.channel(), now)
                    .values()
                    .massMessages()
                    .recipientsPerCall();
            var care = policies.care(brand, account.channel(), now)
                    .map(policy -> policy.values().messages())
                    .orElse(null);
            days.put(
                    account.id(),
                    new Day(
                            day,
                            care == null ? platform : Math.min(platform, care.perBatch()),
                            care,
                            new DayOfBatches(begun.getOrDefault(account.id(), List.of()))));
        }
    }

    /// Puts one message into a batch.
    ///
    /// @param material the number of what it was written from; null if none
    Place join(ChannelAccount account, @Nullable Long material) {
        var day = days.get(account.id());
        if (day == null) {
            return new Place(true, null, 1);
        }
        int number = day.batches()
                .join(material == null ? 0 : material, day.perBatch())
                .number();
        return new Place(day.care() == null || day.care().pictureArrives(number), number, day.perBatch());
    }

    /// Writes who joined what.
    void close() {
        Map<LocalDate, Map<ChannelAccountId, List<Batch>>> byDay = new HashMap<>();
        days.forEach((account, day) -> {
            var changed = day.batches().changed();
            if (!changed.isEmpty()) {
                byDay.computeIfAbsent(day.day(), _ -> new HashMap<>()).put(account, new ArrayList<>(changed));
            }
        });
        byDay.forEach((day, changed) -> batches.keep(brand, day, changed));
    }
}
