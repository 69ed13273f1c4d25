package cn.siyu.domain.content;

import java.util.List;

/// A material as somebody wrote it, before any check.
///
/// @param text the template's source; may be empty if there are attachments
public record MaterialDraft(String name, String text, List<Attachment> attachments) {
    public MaterialDraft {
        attachments = List.copyOf(attachments);
    }
}
