package cn.siyu.domain.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// "Did you mean …": the nearest known word by edit distance, if it is near enough to be a slip.
public final class Spelling {
    private Spelling() {}

    /// The nearest of the known words; empty if none comes near. Ties go to the first in
    /// alphabetical order.
    public static Optional<String> nearest(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        int furthest = Math.max(1, Math.min(word.length(), 40) / 3);
        return known.stream()
                .map(k -> new Guess(k, distance(lower, k.toLowerCase(Locale.ROOT))))
                .filter(g -> g.distance <= furthest)
                .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::word))
                .map(Guess::word);
    }

    private record Guess(String word, int distance) {}

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 20) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
