package cn.siyu.adapter.http.json;

/// Which text can be stored.
public final class Characters {
    private Characters() {}

    /// False if a text contains a NUL, which databases refuse, or half of a surrogate pair, which
    /// is no character.
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
