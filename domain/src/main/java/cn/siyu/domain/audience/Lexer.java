package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import cn.siyu.domain.content.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts the text form into tokens. Unreadable characters are reported, all of them, and left out.
final class Lexer {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+))?");
    private static final List<String> SYMBOLS = List.of("!=", "<=", ">=", "(", ")", ",", "=", "<", ">", "-", "+");

    /// What people write out of habit, and what it is here.
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("==", "="),
            Map.entry("<>", "!="),
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("!", "not"),
            Map.entry("\"", "'"),
            Map.entry("（", "("),
            Map.entry("）", ")"),
            Map.entry("，", ","),
            Map.entry("＝", "="),
            Map.entry("＞", ">"),
            Map.entry("＜", "<"),
            Map.entry("‘", "'"),
            Map.entry("’", "'"),
            Map.entry("“", "'"),
            Map.entry("”", "'"),
            Map.entry("＇", "'"));

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final List<ExpressionError> errors = new ArrayList<>();
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    record Lexed(List<Token> tokens, List<ExpressionError> errors) {}

    static Lexed read(String source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Kind.END, "", new Place.Span(source.length(), 0)));
        return new Lexed(List.copyOf(lexer.tokens), List.copyOf(lexer.errors));
    }

    private void next() {
        int c = source.codePointAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at += Character.charCount(c);
        } else if (c == '\'') {
            quoted();
        } else if (isDigit(c) || (c == '-' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            number();
        } else if (Character.isLetter(c)) {
            int end = wordEnd(at);
            add(Token.Kind.WORD, source.substring(at, end), end);
        } else {
            symbol(c);
        }
    }

    private void quoted() {
        StringBuilder text = new StringBuilder();
        int i = at + 1;
        while (i < source.length()) {
            char c = source.charAt(i);
            boolean doubled = c == '\'' && i + 1 < source.length() && source.charAt(i + 1) == '\'';
            if (c == '\'' && !doubled) {
                add(Token.Kind.TEXT, text.toString(), i + 1);
                return;
            }
            text.append(c);
            i += doubled ? 2 : 1;
        }
        error(Code.UNCLOSED_TEXT, ErrorTexts.UNCLOSED_TEXT, source.length(), null);
    }

    private void number() {
        int end = at + 1;
        while (end < source.length() && isNumberPart(source.charAt(end))) {
            end++;
        }
        String text = source.substring(at, end);
        if (NUMBER.matcher(text).matches()) {
            add(Token.Kind.NUMBER, text, end);
        } else if (TIME.matcher(text).matches()) {
            add(Token.Kind.TIME, text, end);
        } else {
            error(Code.UNREADABLE, ErrorTexts.neitherNumberNorTime(text), end, null);
        }
    }

    private void symbol(int c) {
        for (String habit : List.of("==", "<>", "&&", "||")) {
            if (source.startsWith(habit, at)) {
                habit(habit);
                return;
            }
        }
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                add(Token.Kind.SYMBOL, symbol, at + symbol.length());
                return;
            }
        }
        habit(Character.toString(c));
    }

    private void habit(String text) {
        String meant = HABITS.get(text);
        Wording detail = meant == null ? ErrorTexts.UNREADABLE_CHARACTER : ErrorTexts.insteadOf(text, meant);
        error(Code.UNREADABLE, detail, at + text.length(), meant);
    }

    private void add(Token.Kind kind, String text, int end) {
        tokens.add(new Token(kind, text, new Place.Span(at, end - at)));
        at = end;
    }

    private void error(Code code, Wording detail, int end, @Nullable String suggestion) {
        errors.add(new ExpressionError(code, detail, new Place.Span(at, end - at), suggestion));
        at = end;
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < source.length()) {
            int c = source.codePointAt(end);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.') {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isNumberPart(char c) {
        return isDigit(c)
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == ':'
                || c == '.'
                || c == '-'
                || c == '+';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
