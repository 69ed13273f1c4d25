package cn.siyu.adapter.http.problem;

import cn.siyu.adapter.http.language.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/// The catalogue of problems, read once from the two text files beside this class.
public final class ProblemPages {
    private static final Map<Language, Map<ProblemCode, ProblemPage>> PAGES = load();

    private ProblemPages() {}

    /// One page.
    public static ProblemPage page(ProblemCode code, Language language) {
        // both maps are total: load() fails otherwise
        return Objects.requireNonNull(
                Objects.requireNonNull(PAGES.get(language)).get(code));
    }

    /// All pages, in the order of the catalogue.
    public static List<ProblemPage> all(Language language) {
        return Stream.of(ProblemCode.values()).map(code -> page(code, language)).toList();
    }

    private static Map<Language, Map<ProblemCode, ProblemPage>> load() {
        var pages = new EnumMap<Language, Map<ProblemCode, ProblemPage>>(Language.class);
        for (Language language : Language.values()) {
            Properties texts = texts(language);
            var ofLanguage = new EnumMap<ProblemCode, ProblemPage>(ProblemCode.class);
            for (ProblemCode code : ProblemCode.values()) {
                ofLanguage.put(code, page(code, texts));
            }
            pages.put(language, ofLanguage);
        }
        return pages;
    }

    private static ProblemPage page(ProblemCode code, Properties texts) {
        return new ProblemPage(
                code.code(),
                code.type(),
                code.status(),
                code.retryable(),
                text(texts, code, "title"),
                text(texts, code, "meaning"),
                text(texts, code, "causes"),
                text(texts, code, "remedy"));
    }

    private static String text(Properties texts, ProblemCode code, String part) {
        String text = texts.getProperty(code.code() + "." + part);
        if (text == null || text.isBlank()) {
            throw new IllegalStateException("the catalogue has no text " + code.code() + "." + part);
        }
        return text;
    }

    static Properties texts(Language language) {
        String name = "problems_" + language.tag().substring(0, 2) + ".properties";
        var texts = new Properties();
        try (var in = ProblemPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
