package cn.siyu.application.channel;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;

/// Gives back the places of visitors who did not add the account in time.
public final class ReleaseHeldPlaces {
    private final Allocations allocations;
    private final ChannelAccounts accounts;
    private final UnitOfWork work;

    public ReleaseHeldPlaces(Allocations allocations, ChannelAccounts accounts, UnitOfWork work) {
        this.allocations = allocations;
        this.accounts = accounts;
        this.work = work;
    }

    /// Gives places back whose time is over, and says how many visits that ended.
    public int runDue(BrandId brand, Instant now, int atMost) {
        return work.inTransaction(() -> {
            var overdue = allocations.overdue(brand, now, atMost);
            for (var visit : overdue) {
                var account = visit.account();
                if (account != null && allocations.expire(brand, visit.id())) {
                    accounts.release(brand, account);
                }
            }
            return overdue.size();
        });
    }

    /// When the next place is to be given back.
    public Optional<Instant> nextDueAt(BrandId brand) {
        return allocations.nextOverdueAt(brand);
    }
}
