package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccounts.Load;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AccountLoad;
import cn.siyu.domain.channel.allocation.Candidate;
import cn.siyu.domain.continuity.Distribution;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// Who can take over (接替人), and how much room each has: accounts in use, of people on duty, on
/// the same connection.
public final class Colleagues {
    private final Brands brands;
    private final ChannelAccounts accounts;
    private final StaffMembers members;
    private final Departments departments;
    private final PoliciesInForce policies;
    private final TransferBook book;

    public Colleagues(
            Brands brands,
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            PoliciesInForce policies,
            TransferBook book) {
        this.brands = brands;
        this.accounts = accounts;
        this.members = members;
        this.departments = departments;
        this.policies = policies;
        this.book = book;
    }

    /// How what one account leaves is spread, one after the other.
    ///
    /// @param nobody whether nobody is fit, room or not
    record Spread(Distribution distribution, Map<String, List<ChannelAccountId>> known, boolean nobody) {
        Optional<ChannelAccountId> next(Transfer.Subject subject) {
            return switch (subject) {
                case Transfer.OfCustomer one ->
                    distribution.customer(one.ref(), known.getOrDefault(one.ref(), List.of()));
                case Transfer.OfGroup(var ref) -> distribution.group(ref);
            };
        }
    }

    /// How it is spread over those who are still open.
    Spread distribution(
            BrandId brand, Inheritance inheritance, ChannelAccountId from, List<Taker> takers, Instant now) {
        var account = accounts.find(brand, from).orElseThrow();
        return spread(brand, inheritance.rule(), account, takers, Map.of(), Map.of(), now);
    }

    /// As above, with whom customers know already.
    ///
    /// @param known accounts of takers with a live relationship, by what the channel calls the
    ///     customer
    /// @param given how many customers accounts are to get besides, not written down yet
    Spread spread(
            BrandId brand,
            ContactWay.Rule rule,
            ChannelAccount from,
            List<Taker> takers,
            Map<String, List<ChannelAccountId>> known,
            Map<ChannelAccountId, Integer> given,
            Instant now) {
        var zone = brands.find(brand).orElseThrow().zone();
        var weights = new HashMap<ChannelAccountId, OptionalInt>();
        var open = new LinkedHashSet<ChannelAccountId>();
        var full = new HashSet<ChannelAccountId>();
        for (Taker taker : takers) {
            if (taker.standing() != Standing.UNFIT && !taker.account().equals(from.id())) {
                var weight = taker.weight();
                weights.put(taker.account(), weight == null ? OptionalInt.empty() : OptionalInt.of(weight));
                open.add(taker.account());
                if (taker.standing() == Standing.FULL) {
                    full.add(taker.account());
                }
            }
        }
        var fit = fit(brand, from, open);
        var candidates = candidates(brand, fit, full, weights, given, zone, now);
        var nearest = above(brand, List.of(from.department())).getOrDefault(from.department(), List.of());
        return new Spread(new Distribution(rule, candidates, nearest, now), known, candidates.isEmpty());
    }

    /// Those that can take over from an account, in the order of `open`.
    private List<ChannelAccount> fit(BrandId brand, ChannelAccount from, Set<ChannelAccountId> open) {
        var byId = accounts.findAll(brand, open).stream().collect(Collectors.toMap(ChannelAccount::id, one -> one));
        var people = byId.values().stream().map(ChannelAccount::staff).collect(Collectors.toSet());
        Set<StaffId> onDuty = members.findAll(brand, people).stream()
                .filter(StaffMember::active)
                .map(StaffMember::id)
                .collect(Collectors.toSet());
        return open.stream()
                .map(byId::get)
                .filter(one -> one != null
                        && one.connection().equals(from.connection())
                        && one.channel().equals(from.channel())
                        && one.state() == ChannelAccount.State.ACTIVE
                        && one.health() != ChannelAccount.Health.BLOCKED
                        && onDuty.contains(one.staff()))
                .toList();
    }

    /// Whoever is full has no room for customers, and takes groups all the same. What is on its way
    /// to somebody counts as if it were there.
    private List<Candidate> candidates(
            BrandId brand,
            List<ChannelAccount> fit,
            Set<ChannelAccountId> full,
            Map<ChannelAccountId, OptionalInt> weights,
            Map<ChannelAccountId, Integer> given,
            ZoneId zone,
            Instant now) {
        var ids = fit.stream().map(ChannelAccount::id).collect(Collectors.toSet());
        var loads = accounts.loads(brand, ids, LocalDate.ofInstant(now, zone));
        var promised = book.promised(brand, ids);
        var above = above(brand, fit.stream().map(ChannelAccount::department).toList());
        var candidates = new ArrayList<Candidate>();
        for (ChannelAccount one : fit) {
            var load = loads.getOrDefault(one.id(), new Load(0, 0, 0));
            int cap = cap(brand, one, now);
            int live = full.contains(one.id()) ? Math.max(cap, load.live()) : load.live();
            int coming = load.held() + promised.getOrDefault(one.id(), 0) + given.getOrDefault(one.id(), 0);
            candidates.add(Candidate.of(
                    one,
                    zone,
                    new AccountLoad(live, cap, 0, cap, coming),
                    above.getOrDefault(one.department(), List.of(one.department())),
                    weights.getOrDefault(one.id(), OptionalInt.empty()),
                    0));
        }
        return candidates;
    }

    /// No more than the platform allows.
    private int cap(BrandId brand, ChannelAccount account, Instant now) {
        return policies.knowsPlatform(account.channel(), now)
                ? Math.min(
                        account.totalCap(),
                        policies.platform(brand, account.channel(), now)
                                .values()
                                .customers()
                                .perAccount())
                : account.totalCap();
    }

    /// Departments with those above them, from the inside out.
    private Map<DepartmentId, List<DepartmentId>> above(BrandId brand, List<DepartmentId> wanted) {
        var chains = new HashMap<DepartmentId, List<DepartmentId>>();
        for (Department one : departments.findAll(brand, Set.copyOf(wanted))) {
            chains.put(one.id(), one.fromRoot().reversed());
        }
        return chains;
    }
}
