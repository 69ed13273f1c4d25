package cn.siyu.domain.content;

import cn.siyu.domain.content.Template.Segment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a material says: checked when it was saved, rendered for each account or customer.
public record MaterialContent(Template text, List<Attachment> attachments) {
    public MaterialContent {
        attachments = List.copyOf(attachments);
    }

    /// Whether each customer gets a text of his or her own, so that a batch holds one customer only
    /// (or those with equal values: batches are made by [Message#fingerprint]).
    public boolean isPersonal() {
        return text.scope() == Variable.Scope.CUSTOMER;
    }

    /// What customers read of it, as its author wrote it: the text with its variables, then the
    /// words of attachments.
    public List<String> words() {
        return Stream.concat(Stream.of(text.source()), attachments.stream().flatMap(each -> each.words().stream()))
                .toList();
    }

    /// The message that goes out. Values are put in as they are: braces inside a nickname stay
    /// braces.
    ///
    /// @param limits of the channel it goes out on
    public Rendering render(VariableValues values, ContentLimits limits) {
        StringBuilder out = new StringBuilder();
        Set<Variable> missing = EnumSet.noneOf(Variable.class);
        for (Segment segment : text.segments()) {
            switch (segment) {
                case Segment.Words(var words) -> out.append(words);
                case Segment.Slot slot -> {
                    String fallback = slot.fallback();
                    var shown = values.shown(slot.variable());
                    if (shown.isEmpty() && fallback == null) {
                        missing.add(slot.variable());
                    }
                    out.append(shown.orElse(fallback == null ? "" : fallback));
                }
            }
        }
        return rendering(out.toString(), missing, limits);
    }

    private Rendering rendering(String rendered, Set<Variable> missing, ContentLimits limits) {
        if (!missing.isEmpty()) {
            return new Rendering.ValuesMissing(missing);
        }
        if (rendered.isBlank() && attachments.isEmpty()) {
            return new Rendering.NothingToSay();
        }
        int bytes = MaterialCheck.bytes(rendered);
        return bytes > limits.text()
                ? new Rendering.TooLong(bytes, limits.text())
                : new Rendering.Rendered(new Message(rendered, attachments));
    }
}
