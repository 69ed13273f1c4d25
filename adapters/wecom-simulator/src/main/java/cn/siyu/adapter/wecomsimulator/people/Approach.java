package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import cn.siyu.adapter.wecomsimulator.world.WayRow;

/// How a customer and a member come together.
///
/// @param addWay by the platform's numbers
/// @param state the contact way's state or the link's channel, `""` for none
/// @param byMember whether the member asks; otherwise the customer does
/// @param skipVerify whether the customer may add without the member's consent
/// @param waits whether the other side has not answered yet
/// @param linkId the acquisition link, `""` for none
/// @param configId the contact way, `""` for none
public record Approach(
        int addWay, String state, boolean byMember, boolean skipVerify, boolean waits, String linkId, String configId) {
    private static final int SCAN = 1;
    private static final int LINK = 16;

    /// The customer scans a contact way's code.
    public static Approach by(WayRow way) {
        return new Approach(SCAN, way.state(), false, way.skipVerify(), false, "", way.configId());
    }

    /// The customer opens an acquisition link.
    /// @param channel what stood behind `customer_channel`
    public static Approach by(LinkRow link, String channel) {
        return new Approach(LINK, channel, false, link.skipVerify(), false, link.linkId(), "");
    }

    /// The customer adds the member otherwise.
    public static Approach other(int addWay, String state) {
        return new Approach(addWay, state, false, false, false, "", "");
    }

    /// The same, not answered yet by the other side when `wait`.
    public Approach waiting(boolean wait) {
        return new Approach(addWay, state, byMember, skipVerify, wait, linkId, configId);
    }

    /// The same, asked by the member when `member`.
    public Approach askedByMember(boolean member) {
        return new Approach(addWay, state, member, skipVerify, waits, linkId, configId);
    }
}
