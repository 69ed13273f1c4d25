package cn.siyu.adapter.persistence.task;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.Wanted;
import cn.siyu.application.task.port.HandBatches;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.care.DayOfBatches.Batch;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Singleton
final class SqlHandBatches implements HandBatches {
    private final Sql sql;

    SqlHandBatches(Sql sql) {
        this.sql = sql;
    }

    private record Kept(ChannelAccountId account, Batch batch) {}

    @Override
    public Map<ChannelAccountId, List<Batch>> of(BrandId brand, Collection<ChannelAccountId> accounts, LocalDate day) {
        Map<ChannelAccountId, List<Batch>> batches = new HashMap<>();
        sql.wanted(
                        Wanted.numbers(accounts),
                        "b.account",
                        "SELECT b.account, b.number, b.material, b.members FROM account_batch b %s"
                                + " WHERE b.brand = ? AND b.sent_on = ? ORDER BY b.account, b.number",
                        row -> new Kept(
                                new ChannelAccountId(row.number("account")),
                                new Batch(row.integer("number"), row.number("material"), row.integer("members"))),
                        brand,
                        day)
                .forEach(kept -> batches.computeIfAbsent(kept.account(), _ -> new ArrayList<>())
                        .add(kept.batch()));
        return batches;
    }

    @Override
    public void keep(BrandId brand, LocalDate day, Map<ChannelAccountId, List<Batch>> batches) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        batches.forEach((account, some) ->
                some.forEach(batch -> rows.add(new Object[] {batch.members(), brand, account, day, batch.number()})));
        int[] grown = sql.batch(
                "UPDATE account_batch SET members = ? WHERE brand = ? AND account = ? AND sent_on = ? AND number = ?",
                rows);
        List<@Nullable Object[]> begun = new ArrayList<>();
        int at = 0;
        for (var each : batches.entrySet()) {
            for (Batch batch : each.getValue()) {
                if (grown[at++] == 0) {
                    begun.add(new Object[] {brand, each.getKey(), day, batch.number(), batch.material(), batch.members()
                    });
                }
            }
        }
        sql.batch(
                "INSERT INTO account_batch (brand, account, sent_on, number, material, members) VALUES (?, ?, ?, ?, ?, ?)",
                begun);
    }
}
