package cn.siyu.domain.continuity;

import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.channel.allocation.AccountLoad;
import cn.siyu.domain.channel.allocation.AllocationDecision;
import cn.siyu.domain.channel.allocation.Allocator;
import cn.siyu.domain.channel.allocation.Candidate;
import cn.siyu.domain.channel.allocation.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Spreads what somebody leaves over colleagues (继承分配), one after the other, by the rules that
/// spread new customers: colleagues of the same store first, then of wider departments, then all.
/// Each customer takes a place, and who is full gets no more; groups take none and are spread among
/// themselves. Working hours and the day's cap of new customers are for those who scan a code, and
/// bind nobody here.
public final class Distribution {
    private static final int ENDLESS = 1_000_000_000;

    private final Spread customers;
    private final Spread groups;

    /// @param takers who takes over, always in the same order
    /// @param nearest the store of the one who hands over, then the departments above it
    public Distribution(ContactWay.Rule rule, List<Candidate> takers, List<DepartmentId> nearest, Instant at) {
        this.customers = new Spread(rule, List.copyOf(nearest), at);
        this.groups = new Spread(rule, List.copyOf(nearest), at);
        for (Candidate one : takers) {
            var load = one.load();
            customers.add(one, load.customers() + load.held(), load.totalCap());
            groups.add(one, 0, ENDLESS);
        }
    }

    /// Who gets a customer; empty if nobody has room. Whoever knows the customer already needs no
    /// place for them.
    ///
    /// @param key tells subjects apart, for example by what the channel calls them
    /// @param known accounts that have a live relationship with the customer, the most trusted
    ///     first
    public Optional<ChannelAccountId> customer(String key, List<ChannelAccountId> known) {
        return customers.next(key, known);
    }

    /// Who gets a group; empty if nobody is fit.
    public Optional<ChannelAccountId> group(String key) {
        return groups.next(key, List.of());
    }

    private static final class Spread {
        private final ContactWay.Rule rule;
        private final List<DepartmentId> nearest;
        private final Instant at;
        private final Map<ChannelAccountId, Candidate> takers = new LinkedHashMap<>();

        Spread(ContactWay.Rule rule, List<DepartmentId> nearest, Instant at) {
            this.rule = rule;
            this.nearest = nearest;
            this.at = at;
        }

        void add(Candidate one, int has, int cap) {
            takers.put(one.account(), with(one, has, cap, one.currentWeight()));
        }

        Optional<ChannelAccountId> next(String key, List<ChannelAccountId> known) {
            var visit = new Visit(key, at, nearest, known, Set.of());
            return switch (Allocator.allocate(rule, new ArrayList<>(takers.values()), visit)) {
                case AllocationDecision.Returned(var account) -> Optional.of(account);
                case AllocationDecision.Allocated allocated -> {
                    settle(allocated);
                    yield Optional.of(allocated.account());
                }
                case AllocationDecision.Waiting _ -> Optional.empty();
            };
        }

        private void settle(AllocationDecision.Allocated allocated) {
            allocated
                    .currentWeights()
                    .forEach((account, weight) -> takers.computeIfPresent(
                            account,
                            (_, one) ->
                                    with(one, one.load().customers(), one.load().totalCap(), weight)));
            takers.computeIfPresent(
                    allocated.account(),
                    (_, one) -> with(one, one.load().customers() + 1, one.load().totalCap(), one.currentWeight()));
        }

        private static Candidate with(Candidate one, int has, int cap, long weight) {
            return new Candidate(
                    one.account(),
                    one.active(),
                    one.healthy(),
                    WorkingHours.ALWAYS,
                    one.zone(),
                    new AccountLoad(has, cap, 0, cap, 0),
                    one.departments(),
                    one.overflow(),
                    one.weight(),
                    weight);
        }
    }
}
