package cn.siyu.domain.content;

import cn.siyu.domain.content.ContentError.Code;
import cn.siyu.domain.content.ContentError.Span;
import cn.siyu.domain.content.Template.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a template and reports all its mistakes. A variable stands between double braces, with an
/// optional fallback after a bar; `\{{` and `\}}` are braces that are meant as text.
public final class TemplateReader {
    private static final Pattern SINGLE = Pattern.compile("\\$?\\{ *([A-Za-z][A-Za-z.]*) *(\\|[^{}|]*)?}");

    private final String source;
    private final String pointer;
    private final List<Segment> segments = new ArrayList<>();
    private final List<ContentError> errors = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int at;

    private TemplateReader(String source, String pointer) {
        this.source = source;
        this.pointer = pointer;
    }

    /// What reading came to; the template is whole only if there are no errors.
    ///
    /// @param errors in the order of the text
    public record Read(Template template, List<ContentError> errors) {
        public Read {
            errors = List.copyOf(errors);
        }
    }

    /// Reads `source`.
    ///
    /// @param pointer where it stands, for the errors
    public static Read read(String source, String pointer) {
        TemplateReader reader = new TemplateReader(source, pointer);
        while (reader.at < source.length()) {
            reader.next();
        }
        reader.flush();
        return new Read(new Template(reader.segments), reader.errors);
    }

    private void next() {
        if (source.startsWith("\\{{", at) || source.startsWith("\\}}", at)) {
            words.append(source, at + 1, at + 3);
            at += 3;
        } else if (source.startsWith("{{", at)) {
            slot();
        } else if (source.startsWith("}}", at)) {
            unpaired(2);
        } else if (source.charAt(at) == '{' || source.startsWith("${", at)) {
            single();
        } else {
            character();
        }
    }

    private void character() {
        int c = source.codePointAt(at);
        int length = Character.charCount(c);
        if ((Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || Character.getType(c) == Character.SURROGATE) {
            error(
                    Code.UNSENDABLE_CHARACTER,
                    Wording.of("This character can't be sent. Delete it.", "此字符无法发送，请删除。"),
                    length,
                    null);
        }
        words.appendCodePoint(c);
        at += length;
    }

    private void slot() {
        int end = source.indexOf("}}", at + 2);
        int nested = source.indexOf("{{", at + 2);
        if (end < 0 || (nested >= 0 && nested < end)) {
            unpaired(2);
            return;
        }
        String inside = source.substring(at + 2, end);
        int length = end + 2 - at;
        int bar = inside.indexOf('|');
        String path = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        String fallback = bar < 0 ? null : inside.substring(bar + 1).strip();
        if (fallback != null && fallback.chars().anyMatch(c -> c < ' ' || "|{}\\".indexOf(c) >= 0)) {
            error(
                    Code.MALFORMED_FALLBACK,
                    Wording.of("A fallback is plain text without | { } or \\.", "备用文字须为纯文本，不含 | { } 或 \\。"),
                    length,
                    null);
        }
        Optional<Variable> variable = Variable.of(path);
        if (variable.isPresent()) {
            flush();
            segments.add(new Segment.Slot(variable.get(), fallback));
        } else {
            unknown(path, bar < 0 ? "" : inside.substring(bar), length);
        }
        at = end + 2;
    }

    private void unknown(String path, String rest, int length) {
        Optional<String> near = Variable.nearest(path);
        Wording remedy = near.map(n -> Wording.of("Did you mean %s?", "是否想写 %s？", n))
                .orElseGet(() -> Wording.of("There are %s.", "可用变量：%s。", String.join(", ", Variable.paths())));
        error(
                Code.UNKNOWN_VARIABLE,
                Wording.of("There is no variable %s.", "没有变量 %s。", path.isEmpty() ? "''" : path)
                        .then(remedy),
                length,
                near.map(n -> "{{" + n + rest + "}}").orElse(null));
    }

    private void unpaired(int length) {
        error(
                Code.UNPAIRED_BRACES,
                Wording.of(
                        "These braces have no counterpart. A variable is {{path}} or {{path|fallback}}; write \\{{ or \\}} for the braces themselves.",
                        "花括号不成对。变量写作 {{路径}} 或 {{路径|备用文字}}；若要显示花括号本身，请写 \\{{ 或 \\}}。"),
                length,
                null);
        at += length;
    }

    private void single() {
        Matcher matcher = SINGLE.matcher(source).region(at, source.length());
        Optional<Variable> meant = matcher.lookingAt() ? Variable.of(matcher.group(1)) : Optional.empty();
        if (meant.isEmpty()) {
            words.append(source.charAt(at++));
            return;
        }
        String path = meant.get().path();
        String rest = Optional.ofNullable(matcher.group(2)).orElse("");
        error(
                Code.SINGLE_BRACES,
                Wording.of("A variable stands between double braces: {{%s}}.", "变量须用双花括号：{{%s}}。", path),
                matcher.end() - at,
                "{{" + path + rest + "}}");
        at = matcher.end();
    }

    private void flush() {
        if (!words.isEmpty()) {
            segments.add(new Segment.Words(words.toString()));
            words.setLength(0);
        }
    }

    private void error(Code code, Wording detail, int length, @Nullable String suggestion) {
        errors.add(new ContentError(code, detail, pointer, new Span(at, length), suggestion));
    }
}
