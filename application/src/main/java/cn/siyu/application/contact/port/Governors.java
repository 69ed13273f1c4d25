package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.ContactGovernor;
import java.time.Instant;

/// The contact governor (触达管控) by the policies in force.
@FunctionalInterface
public interface Governors {
    /// The governor for a channel at a moment.
    ContactGovernor inForce(BrandId brand, String channel, Instant at);
}
