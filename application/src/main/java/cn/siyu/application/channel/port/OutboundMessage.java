package cn.siyu.application.channel.port;

import java.util.List;

/// A rendered message: text (may be empty when something is attached) and attachments in their
/// order.
public record OutboundMessage(String text, List<Attachment> attachments) {
    public OutboundMessage {
        attachments = List.copyOf(attachments);
        if (text.isEmpty() && attachments.isEmpty()) {
            throw new IllegalArgumentException("a message needs text or an attachment");
        }
    }

    public static OutboundMessage text(String text) {
        return new OutboundMessage(text, List.of());
    }
}
