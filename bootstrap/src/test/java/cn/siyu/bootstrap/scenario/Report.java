package cn.siyu.bootstrap.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/// What was seen in a run: figures in their order, the violations among them, and a digest of what
/// the product holds, by which two runs are compared.
///
/// @param figures by what they say
/// @param violations what must not have happened; empty if nothing did
/// @param digest of customers, stages, orders, trust and sends
record Report(Map<String, String> figures, Map<String, Long> violations, String digest) {
    static Report of(Map<String, String> figures, Map<String, Long> violations, String digest) {
        var broken = new LinkedHashMap<String, Long>();
        violations.forEach((what, count) -> {
            if (count > 0) {
                broken.put(what, count);
            }
        });
        return new Report(new LinkedHashMap<>(figures), broken, digest);
    }

    String text(String title) {
        var text = new StringBuilder("### " + title + "\n\n| what | seen |\n|---|---|\n");
        figures.forEach((what, seen) ->
                text.append("| ").append(what).append(" | ").append(seen).append(" |\n"));
        text.append("| violations | ")
                .append(violations.isEmpty() ? "none" : violations)
                .append(" |\n");
        text.append("| digest | `").append(digest, 0, 16).append("` |\n");
        return text.toString();
    }
}
