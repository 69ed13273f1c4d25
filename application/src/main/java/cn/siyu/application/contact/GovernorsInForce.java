package cn.siyu.application.contact;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.contact.port.Governors;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.contact.ContactGovernor;
import cn.siyu.domain.contact.ContactPolicy;
import java.time.Instant;

/// The contact governor (触达管控) by the policies in force for a brand: its own, and the channel's
/// platform's.
public final class GovernorsInForce implements Governors {
    private final PoliciesInForce policies;

    public GovernorsInForce(PoliciesInForce policies) {
        this.policies = policies;
    }

    @Override
    public ContactGovernor inForce(BrandId brand, String channel, Instant at) {
        return new ContactGovernor(
                policies.of(PolicyKind.CONTACT, brand, at, ContactPolicy::from), policies.platform(brand, channel, at));
    }
}
