package cn.siyu.application.contact;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.List;

/// Is handed the messages that people have to send (交由人工发送), in the transaction in which they
/// were decided, whenever that is: at once, or after they were put off.
@FunctionalInterface
public interface HandOver {
    /// For who makes nothing of it.
    HandOver NOBODY = (_, _, _) -> {};

    /// Each is to be sent by whoever holds the account of its route.
    void handed(BrandId brand, List<Handed> messages, Instant now);

    /// One message.
    ///
    /// @param link over which relationship, with the account
    record Handed(Send send, Reach reach, Reach.Link link, OutboundMessage message) {}
}
