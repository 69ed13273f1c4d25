package cn.siyu.domain.content;

import java.util.List;

/// What one recipient reads: a text without variables, and attachments. Not both are empty.
public record Message(String text, List<Attachment> attachments) {
    public Message {
        attachments = List.copyOf(attachments);
        if (text.isBlank() && attachments.isEmpty()) {
            throw new IllegalArgumentException("a message says something");
        }
    }

    /// Two messages have the same fingerprint exactly if a recipient reads the same.
    public ContentFingerprint fingerprint() {
        return ContentFingerprint.of(this);
    }
}
