package cn.siyu.adapter.http.language;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language of the API's texts.
public enum Language {
    EN("en"),
    ZH("zh-CN");

    private static final double UNWEIGHTED = 1;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, as in `Content-Language`.
    public String tag() {
        return tag;
    }

    /// The language a client asks for: by `lang=` first (for links), then by `Accept-Language`;
    /// English if it asks for neither of ours.
    public static Language of(HttpRequest<?> request) {
        String asked = request.getParameters().get("lang");
        return preferred(asked == null ? request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE) : asked);
    }

    /// The better of our languages for an `Accept-Language` value; the first mentioned wins between
    /// equals.
    static Language preferred(@Nullable String accepted) {
        Language best = EN;
        double bestWeight = 0;
        if (accepted == null || accepted.length() > 500) {
            return best;
        }
        for (String range : accepted.split(",", -1)) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";", -1);
            Language language = of(parts[0].strip());
            double weight = weight(parts);
            if (language != null && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static @Nullable Language of(String range) {
        if (range.equals("zh") || range.startsWith("zh-")) {
            return ZH;
        }
        return range.equals("en") || range.startsWith("en-") ? EN : null;
    }

    private static double weight(String[] parts) {
        if (parts.length < 2 || !parts[1].strip().startsWith("q=")) {
            return UNWEIGHTED;
        }
        try {
            return Double.parseDouble(parts[1].strip().substring(2));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
