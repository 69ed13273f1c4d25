package cn.siyu.application.contact.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import java.util.List;
import java.util.Set;

/// Results of sends in memory.
public final class InMemorySendResults implements SendResults {
    private final InMemoryStore.Table<BrandKey, SendResult> table;
    private final Sends sends;

    public InMemorySendResults(InMemoryStore store, Sends sends) {
        this.table = store.table();
        this.sends = sends;
    }

    /// All results of a brand, by send.
    public List<SendResult> all(BrandId brand) {
        return table.rows().entrySet().stream()
                .filter(entry -> entry.getKey().brand().equals(brand))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }

    @Override
    public void add(BrandId brand, List<SendResult> results) {
        for (SendResult result : results) {
            var key = new BrandKey(brand, result.send().value());
            if (table.rows().putIfAbsent(key, result) != null) {
                throw new IllegalStateException("send " + result.send() + " has a result already");
            }
        }
    }

    @Override
    public List<Send> missing(BrandId brand, SendBatchId batch) {
        return sends.inBatches(brand, Set.of(batch)).stream()
                .filter(send ->
                        !table.rows().containsKey(new BrandKey(brand, send.id().value())))
                .toList();
    }
}
