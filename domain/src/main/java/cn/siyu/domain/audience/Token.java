package cn.siyu.domain.audience;

/// One word of the text form.
///
/// @param text as written; for TEXT what stands between the quotes, for END empty
record Token(Kind kind, String text, Place.Span span) {
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        TIME,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
