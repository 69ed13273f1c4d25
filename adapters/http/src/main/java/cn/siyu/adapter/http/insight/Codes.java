package cn.siyu.adapter.http.insight;

import cn.siyu.adapter.http.json.Field;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;

/// Keys and codes of open sets, as reports write them.
public final class Codes {
    /// The source of reports and files that name none.
    public static final String SOURCE = "api";

    /// What a source looks like.
    public static final Text SOURCES = Text.of("A source is 1 to 40 of a-z 0-9 - _.", "来源为 1 到 40 位 a-z 0-9 - _。");

    private static final int LONGEST_KEY = 120;

    private Codes() {}

    /// Whether a text can name a source.
    public static boolean isSource(String text) {
        return text.matches("[a-z0-9_-]{1,40}");
    }

    /// The source that a report names, or the usual one.
    public static String source(Input in) {
        return in.text("source", 40)
                .where(text -> text.matches("[a-z0-9_-]+"), ProblemCode.BAD_FORMAT, SOURCES)
                .or(SOURCE);
    }

    static String externalId(Input in) {
        return in.text("externalId", LONGEST_KEY)
                .where(
                        text -> text.length() <= LONGEST_KEY,
                        ProblemCode.TOO_LONG,
                        Text.of("At most %s characters.", "最多 %s 个字符。", LONGEST_KEY))
                .get();
    }

    static Field<String> code(Input in, String name) {
        return in.text(name, 40)
                .where(
                        text -> text.matches("[A-Z][A-Z0-9_]*"),
                        ProblemCode.BAD_FORMAT,
                        Text.of("A code is written in capitals, like PRIVATE_CHAT.", "代码用大写字母书写，例如 PRIVATE_CHAT。"));
    }
}
