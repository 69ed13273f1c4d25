package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AllocationDecision.TierVerdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Leads a visitor to an account (分流).
///
/// The tiers are asked in turn: the store that is wanted, wider departments, all accounts, the
/// overflow accounts. The first that has an account which may take somebody decides, by the contact
/// way's rule. If none has, the visitor waits, and the verdicts say why.
public final class Allocator {
    private Allocator() {}

    /// Decides on a visit.
    ///
    /// @param candidates the contact way's accounts, always in the same order
    public static AllocationDecision allocate(ContactWay.Rule rule, List<Candidate> candidates, Visit visit) {
        Optional<Candidate> known = known(candidates, visit);
        if (known.isPresent()) {
            return new AllocationDecision.Returned(known.get().account());
        }
        List<TierVerdicts> considered = new ArrayList<>();
        for (Tier tier : Tier.of(visit)) {
            Map<ChannelAccountId, Verdict> verdicts = new LinkedHashMap<>();
            List<Candidate> eligible = new ArrayList<>();
            for (Candidate candidate : candidates) {
                Verdict verdict = verdict(candidate, tier, visit);
                verdicts.put(candidate.account(), verdict);
                if (verdict instanceof Verdict.Eligible) {
                    eligible.add(candidate);
                }
            }
            considered.add(new TierVerdicts(tier, verdicts));
            if (!eligible.isEmpty()) {
                return pick(rule, tier, eligible, visit, considered);
            }
        }
        return new AllocationDecision.Waiting(considered);
    }

    /// Whoever returns goes to whom they know, full or not: no new relationship comes of it.
    private static Optional<Candidate> known(List<Candidate> candidates, Visit visit) {
        return visit.known().stream()
                .flatMap(account -> candidates.stream()
                        .filter(candidate -> candidate.account().equals(account)))
                .filter(candidate -> candidate.active() && candidate.healthy())
                .findFirst();
    }

    private static Verdict verdict(Candidate candidate, Tier tier, Visit visit) {
        AccountLoad load = candidate.load();
        if (!tier.holds(candidate)) {
            return new Verdict.Elsewhere();
        }
        if (!candidate.active()) {
            return new Verdict.Inactive();
        }
        if (!candidate.healthy()) {
            return new Verdict.Unhealthy();
        }
        if (!candidate.hours().includes(visit.at(), candidate.zone())) {
            return new Verdict.OffHours();
        }
        if (load.customers() + load.held() >= load.totalCap()) {
            return new Verdict.Full(load.customers(), load.held(), load.totalCap());
        }
        if (load.addedToday() + load.held() >= load.dailyCap()) {
            return new Verdict.DailyFull(load.addedToday(), load.held(), load.dailyCap());
        }
        return visit.taken().contains(candidate.account()) ? new Verdict.TakenMeanwhile() : new Verdict.Eligible();
    }

    private static AllocationDecision pick(
            ContactWay.Rule rule, Tier tier, List<Candidate> eligible, Visit visit, List<TierVerdicts> considered) {
        Map<ChannelAccountId, Long> balances = new HashMap<>();
        ChannelAccountId account = switch (rule) {
            case WEIGHTED_ROUND_ROBIN -> inTurn(eligible, balances);
            case LEAST_LOADED -> LeastLoaded.pick(eligible, visit.key()).account();
            case STICKY ->
                Rendezvous.pick(
                                eligible,
                                candidate -> candidate.account().value(),
                                Allocator::stickyWeight,
                                visit.key())
                        .account();
        };
        return new AllocationDecision.Allocated(account, tier, rule, balances, considered);
    }

    private static ChannelAccountId inTurn(List<Candidate> eligible, Map<ChannelAccountId, Long> balances) {
        var pick = SmoothWeightedRoundRobin.pick(eligible.stream()
                .map(candidate -> new SmoothWeightedRoundRobin.Entry<>(
                        candidate.account(), candidate.effectiveWeight(), candidate.currentWeight()))
                .toList());
        pick.after().forEach(entry -> balances.put(entry.key(), entry.balance()));
        return pick.key();
    }

    /// What an account can take in all, not what is left today: a weight that moved with every
    /// visit wouldn't stick.
    private static double stickyWeight(Candidate candidate) {
        return candidate.weight().orElse(candidate.load().dailyCap());
    }
}
