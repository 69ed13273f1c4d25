package cn.siyu.domain.content;

/// A text for people, in both languages the product speaks.
///
/// @param en English
/// @param zh Chinese
public record Wording(String en, String zh) {
    /// Both, each with its `%s` filled by the values in turn.
    public static Wording of(String en, String zh, Object... values) {
        return new Wording(fill(en, values), fill(zh, values));
    }

    private static String fill(String pattern, Object... values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int gap = pattern.indexOf("%s", from);
            if (gap < 0) {
                throw new IllegalArgumentException("more values than gaps: " + pattern);
            }
            text.append(pattern, from, gap).append(value);
            from = gap + 2;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    /// This text, then that one.
    public Wording then(Wording more) {
        return new Wording(en + " " + more.en, zh + more.zh);
    }
}
