package cn.siyu.adapter.http.json;

import cn.siyu.adapter.http.language.Text;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant who misspelt a name.
public final class Nearest {
    private Nearest() {}

    /// The known name that is nearest to a given one, if any is near enough: letter case, `_` and
    /// `-` count for nothing, and one letter in three may be wrong.
    public static Optional<String> to(String given, Collection<String> known) {
        String plain = plain(given);
        String best = null;
        int bestDistance = Math.max(1, plain.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(plain, plain(name));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Says that a name is unknown here, with the nearest name or, where there are few, all of
    /// them.
    public static Text unknown(String given, Collection<String> known) {
        String shown = given.length() > 60 ? given.substring(0, 60) + "…" : given;
        return to(given, known)
                .map(near -> Text.of("%s is unknown here; did you mean %s?", "此处没有 %s，是否想写 %s？", shown, near))
                .orElseGet(() -> Text.of(
                        "%s is unknown here; possible: %s.",
                        "此处没有 %s；可用：%s。", shown, known.isEmpty() ? "-" : String.join(", ", known)));
    }

    private static String plain(String name) {
        String cut = name.length() > 100 ? name.substring(0, 100) : name;
        return cut.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
