package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.ContactFacts;
import cn.siyu.domain.contact.ContactGovernor;
import cn.siyu.domain.contact.ContactLedger;
import cn.siyu.domain.contact.PlatformUse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Puts what is known of one customer before the governor.
final class Judgement {
    private static final String MOMENTS = "MOMENTS";

    private Judgement() {}

    /// @param use null if the platform doesn't count it
    static ContactDecision of(
            ContactGovernor governor,
            Reach reach,
            Send.Aim aim,
            ContactLedger marketing,
            @Nullable PlatformUse use,
            Instant now) {
        var plan = new ContactFacts.Plan(aim.contactClass(), aim.touchpoint(), aim.winBack());
        return governor.decide(
                new ContactFacts(plan, wishes(reach, aim), standing(reach), marketing, use, reach.zone()), now);
    }

    private static ContactFacts.Wishes wishes(Reach reach, Send.Aim aim) {
        var link = reach.link();
        Instant silenced = link != null && aim.touchpoint().equals(MOMENTS) ? link.silencedUntil() : null;
        return new ContactFacts.Wishes(reach.consent(), reach.optedOutOf(aim.touchpoint()), silenced);
    }

    private static ContactFacts.Standing standing(Reach reach) {
        var link = reach.link();
        if (link == null) {
            return new ContactFacts.Standing(false, reach.blacklisted(), null);
        }
        Double score = link.trust();
        var trust = score == null ? null : new ContactFacts.Trust(score, link.confidence());
        return new ContactFacts.Standing(link.live(), reach.blacklisted(), trust);
    }
}
