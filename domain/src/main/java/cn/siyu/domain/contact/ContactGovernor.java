package cn.siyu.domain.contact;

import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.channel.policy.PolicyInForce;
import cn.siyu.domain.channel.policy.QuotaRule;
import cn.siyu.domain.contact.ContactFacts.Trust;
import cn.siyu.domain.contact.ContactFacts.Wishes;
import cn.siyu.domain.contact.RefusalReason.PlatformQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a customer may be contacted (触达管控), so that contact never becomes
/// harassment.
///
/// Every rule is asked, in a fixed order; the first that objects is the reason, all are listed.
/// Loss, blacklist, consent, opt-out and the platform's quotas bind every contact; trust, pause,
/// gap, the brand's cap and quiet hours bind marketing only, so a welcome at 23:00 goes out. Quiet
/// hours alone don't refuse, they put off.
public record ContactGovernor(PolicyInForce<ContactPolicy> contact, PolicyInForce<PlatformPolicy> platform) {

    /// Decides on one intended contact.
    ///
    /// @param now in the brand's time
    public ContactDecision decide(ContactFacts facts, Instant now) {
        List<Refusal> against = new ArrayList<>();
        objectForEverybody(facts, now, against);
        boolean marketing = facts.plan().contactClass() == ContactClass.MARKETING;
        if (marketing) {
            objectToPressure(facts, now, against);
        }
        objectForPlatform(facts, now, against);
        if (marketing) {
            objectForBrand(facts, now, against);
        }
        return judge(against, facts, marketing);
    }

    private ContactDecision judge(List<Refusal> against, ContactFacts facts, boolean marketing) {
        if (against.isEmpty()) {
            return new ContactDecision.Allowed(contact.stamp());
        }
        if (against.size() == 1 && against.getFirst().reason() instanceof RefusalReason.Quiet quiet) {
            return new ContactDecision.Deferred(quiet.until(), against.getFirst(), contact.stamp());
        }
        return new ContactDecision.Refused(against, earliest(against, facts, marketing), contact.stamp());
    }

    private Optional<Instant> earliest(List<Refusal> against, ContactFacts facts, boolean marketing) {
        Instant latest = Instant.MIN;
        for (Refusal refusal : against) {
            Optional<Instant> passes = refusal.reason().earliestAt();
            if (passes.isEmpty()) {
                return Optional.empty();
            }
            latest = passes.get().isAfter(latest) ? passes.get() : latest;
        }
        return Optional.of(marketing ? contact.values().quietHours().nextAllowed(latest, facts.zone()) : latest);
    }

    private void objectForEverybody(ContactFacts facts, Instant now, List<Refusal> against) {
        if (!facts.standing().live()) {
            byContactPolicy(new RefusalReason.Lost(), against);
        }
        if (facts.standing().blacklisted()) {
            byContactPolicy(new RefusalReason.Blacklisted(), against);
        }
        Wishes wishes = facts.wishes();
        if (lacksConsent(wishes.consent(), facts.plan().contactClass())) {
            byContactPolicy(new RefusalReason.NoConsent(wishes.consent()), against);
        }
        if (wishes.optedOut()) {
            byContactPolicy(new RefusalReason.OptedOut(facts.plan().touchpoint()), against);
        }
        Instant silenced = wishes.notInterestedUntil();
        if (silenced != null && now.isBefore(silenced)) {
            byPlatformPolicy(new RefusalReason.NotInterested(silenced), against);
        }
    }

    /// A withdrawal binds every contact; the lack of a consent binds marketing, where the brand
    /// wants one.
    private boolean lacksConsent(ConsentState consent, ContactClass contactClass) {
        return switch (consent) {
            case GIVEN -> false;
            case WITHDRAWN -> true;
            case NOT_RECORDED ->
                contactClass == ContactClass.MARKETING && contact.values().consentRequired();
        };
    }

    private void objectToPressure(ContactFacts facts, Instant now, List<Refusal> against) {
        ContactPolicy policy = contact.values();
        Trust trust = facts.standing().trust();
        if (trust != null
                && trust.score() < policy.lowTrust().limit()
                && trust.confidence() >= policy.lowTrust().confidence()) {
            byContactPolicy(
                    new RefusalReason.LowTrust(
                            trust.score(),
                            policy.lowTrust().limit(),
                            trust.confidence(),
                            policy.lowTrust().confidence()),
                    against);
        }
        int streak = facts.marketing().ignoredStreak();
        if (streak >= policy.pauseAfterIgnored() && !facts.plan().winBackApproved()) {
            byContactPolicy(new RefusalReason.Paused(streak, policy.pauseAfterIgnored()), against);
        }
        Instant lastAt = facts.marketing().lastAt();
        if (lastAt != null) {
            Duration gap = policy.gap().after(streak);
            Instant until = lastAt.plus(gap);
            if (now.isBefore(until)) {
                byContactPolicy(new RefusalReason.Gap(gap, streak, lastAt, until), against);
            }
        }
    }

    private void objectForPlatform(ContactFacts facts, Instant now, List<Refusal> against) {
        PlatformUse use = facts.platform();
        if (use == null) {
            return;
        }
        PlatformPolicy.MassMessages rules = platform.values().massMessages();
        objectForQuota(rules.perCustomer(), use.toCustomer(), PlatformQuota.Scope.CUSTOMER, now, against);
        objectForQuota(
                rules.perAccountAndCustomer(), use.byAccount(), PlatformQuota.Scope.ACCOUNT_AND_CUSTOMER, now, against);
    }

    private void objectForQuota(
            QuotaRule rule, int used, PlatformQuota.Scope scope, Instant now, List<Refusal> against) {
        ZoneId zone = platform.values().zone();
        QuotaUse.spent(rule, used, LocalDate.ofInstant(now, zone)).ifPresent(spent -> {
            Instant until = spent.period().next().atStartOfDay(zone).toInstant();
            byPlatformPolicy(new PlatformQuota(scope, spent, until), against);
        });
    }

    private void objectForBrand(ContactFacts facts, Instant now, List<Refusal> against) {
        ContactPolicy policy = contact.values();
        YearMonth month = YearMonth.from(LocalDate.ofInstant(now, facts.zone()));
        int used = facts.marketing().countInMonth(month);
        if (used >= policy.perMonth()) {
            Instant until =
                    month.plusMonths(1).atDay(1).atStartOfDay(facts.zone()).toInstant();
            byContactPolicy(new RefusalReason.BrandCap(used, policy.perMonth(), until), against);
        }
        Instant allowed = policy.quietHours().nextAllowed(now, facts.zone());
        if (allowed.isAfter(now)) {
            byContactPolicy(new RefusalReason.Quiet(policy.quietHours(), facts.zone(), allowed), against);
        }
    }

    private void byContactPolicy(RefusalReason reason, List<Refusal> against) {
        against.add(new Refusal(reason, contact.stamp()));
    }

    private void byPlatformPolicy(RefusalReason reason, List<Refusal> against) {
        against.add(new Refusal(reason, platform.stamp()));
    }
}
