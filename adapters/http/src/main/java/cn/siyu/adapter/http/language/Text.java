package cn.siyu.adapter.http.language;

/// One piece of text for people, in both languages.
///
/// @param en English
/// @param zh Chinese (简体中文)
public record Text(String en, String zh) {
    private static final String PLACE = "%s";

    /// Builds a text from two patterns in which each `%s` is replaced by the next value, in order.
    ///
    /// @throws IllegalArgumentException if a pattern has more or fewer places than there are values
    public static Text of(String en, String zh, Object... values) {
        return new Text(filled(en, values), filled(zh, values));
    }

    private static String filled(String pattern, Object[] values) {
        var text = new StringBuilder(pattern.length() + 16 * values.length);
        int from = 0;
        for (Object value : values) {
            int place = pattern.indexOf(PLACE, from);
            if (place < 0) {
                throw new IllegalArgumentException("more values than places in: " + pattern);
            }
            text.append(pattern, from, place).append(value);
            from = place + PLACE.length();
        }
        if (pattern.indexOf(PLACE, from) >= 0) {
            throw new IllegalArgumentException("fewer values than places in: " + pattern);
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /// A text that is the same in both languages: a name, a code, a list of codes.
    public static Text same(String text) {
        return new Text(text, text);
    }

    /// The text in one language.
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    /// This text and another after it, with a space between them in English.
    public Text and(Text more) {
        return new Text(en + " " + more.en, zh + more.zh);
    }
}
