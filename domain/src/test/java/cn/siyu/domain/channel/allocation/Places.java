package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AllocationDecision.Allocated;
import cn.siyu.domain.channel.allocation.AllocationDecision.Returned;
import cn.siyu.domain.channel.allocation.AllocationDecision.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps places as the database does: everybody reads without a lock, a place is taken by a
/// conditional update.
final class Places {
    private final int cap;
    private final List<AtomicInteger> held = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    Places(int accounts, int cap) {
        this.cap = cap;
        for (int i = 0; i < accounts; i++) {
            held.add(new AtomicInteger());
        }
    }

    void take(Visit visit) {
        Visit attempt = visit;
        while (true) {
            switch (Allocator.allocate(ContactWay.Rule.WEIGHTED_ROUND_ROBIN, read(), attempt)) {
                case Allocated allocated -> {
                    if (takePlace((int) allocated.account().value())) {
                        served.incrementAndGet();
                        return;
                    }
                    attempt = attempt.without(allocated.account());
                }
                case Waiting _ -> {
                    waiting.incrementAndGet();
                    return;
                }
                case Returned returned -> throw new AssertionError("nobody is known yet: " + returned);
            }
        }
    }

    private List<Candidate> read() {
        List<Candidate> candidates = new ArrayList<>();
        for (int account = 0; account < held.size(); account++) {
            candidates.add(CandidateBuilder.account(account)
                    .load(0, 1_000, 0, cap, held.get(account).get())
                    .build());
        }
        return candidates;
    }

    private boolean takePlace(int account) {
        // as `update … set held = held + 1 where held < cap`
        return held.get(account).getAndUpdate(count -> count < cap ? count + 1 : count) < cap;
    }

    boolean overfull() {
        return held.stream().anyMatch(count -> count.get() > cap);
    }

    int served() {
        return served.get();
    }

    int waiting() {
        return waiting.get();
    }

    int capacity() {
        return held.size() * cap;
    }
}
