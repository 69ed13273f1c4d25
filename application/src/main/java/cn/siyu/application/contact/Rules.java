package cn.siyu.application.contact;

import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.contact.port.Governors;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.policy.PlatformPolicy;
import cn.siyu.domain.contact.ContactGovernor;
import cn.siyu.domain.contact.ContactPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What binds contact: the policies in force, and what the channels can do.
public final class Rules {
    private final Governors governors;
    private final Channels channels;

    public Rules(Governors governors, Channels channels) {
        this.governors = governors;
        this.channels = channels;
    }

    Channels channels() {
        return channels;
    }

    /// The rules as they are at a moment.
    AtMoment at(BrandId brand, Instant now) {
        return new AtMoment(brand, now);
    }

    /// The rules as they are at one moment, looked up once per channel.
    final class AtMoment {
        private final BrandId brand;
        private final Instant now;
        private final Map<String, ContactGovernor> byChannel = new HashMap<>();

        private AtMoment(BrandId brand, Instant now) {
            this.brand = brand;
            this.now = now;
        }

        Instant now() {
            return now;
        }

        ContactGovernor governor(String channel) {
            return byChannel.computeIfAbsent(channel, kind -> governors.inForce(brand, kind, now));
        }

        /// Some channel, where the channel has no say.
        String anyChannel() {
            return channels.any();
        }

        /// The governor where the channel has no say.
        ContactGovernor governor() {
            return governor(anyChannel());
        }

        PlatformPolicy platform(String channel) {
            return governor(channel).platform().values();
        }

        ContactPolicy contact() {
            return governor().contact().values();
        }

        Offer massMessages(String channel) {
            return channels.offer(channel, Capability.MASS_MESSAGE);
        }

        /// How many recipients fit into one call: the channel's limit, or the platform's if that is
        /// stricter.
        int recipientsPerCall(String channel) {
            int offered = massMessages(channel).limits().recipientsPerCall();
            int allowed = platform(channel).massMessages().recipientsPerCall();
            return offered == 0 ? allowed : Math.min(offered, allowed);
        }
    }
}
