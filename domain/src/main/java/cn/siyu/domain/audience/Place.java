package cn.siyu.domain.audience;

/// Where in the input something is.
public sealed interface Place {
    /// A stretch of the text form, in UTF-16 units from its start.
    record Span(int offset, int length) implements Place {
        Span to(Span end) {
            return new Span(offset, end.offset + end.length - offset);
        }
    }

    /// A value of the JSON form, as a JSON Pointer (RFC 6901) from the expression's own root; the
    /// root is empty.
    record Pointer(String pointer) implements Place {
        Pointer child(String property) {
            return new Pointer(pointer + "/" + property.replace("~", "~0").replace("/", "~1"));
        }

        Pointer child(int index) {
            return new Pointer(pointer + "/" + index);
        }
    }
}
