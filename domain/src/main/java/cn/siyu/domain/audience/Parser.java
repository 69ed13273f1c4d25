package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import cn.siyu.domain.audience.Syntax.Given;
import cn.siyu.domain.audience.Syntax.Kind;
import cn.siyu.domain.audience.Syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads tokens into a syntax tree by recursive descent. It stops at the first mistake of form:
/// what follows one can't be trusted. A null from any method means that `error` says why.
///
/// ```
/// any    = all { "or" all }            all  = unary { "and" unary }
/// unary  = "not" unary | "(" any ")" | test
/// test   = field [ compare value | ["not"] ask | "is" ["not"] ("known" | "unknown") ]
/// ask    = "in" list | "between" value "and" value | "contains" value | "starts" "with" value
///        | "has" (value | "any" list | "all" list)
/// ```
final class Parser {
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "has",
            "contains",
            "starts",
            "with",
            "between",
            "any",
            "all",
            "known",
            "unknown",
            "now",
            "true",
            "false");

    private final List<Token> tokens;
    private int next;
    private int nesting;
    private @Nullable ExpressionError error;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    record Parsed(@Nullable Syntax syntax, @Nullable ExpressionError error) {}

    static Parsed parse(List<Token> tokens) {
        Parser parser = new Parser(tokens);
        Syntax syntax = parser.any();
        if (syntax != null && parser.peek().kind() != Token.Kind.END) {
            syntax = parser.fail("an operator, 'and', 'or' or the end");
        }
        return new Parsed(syntax, parser.error);
    }

    private @Nullable Syntax any() {
        return joined("or", this::all, Syntax.Any::new);
    }

    private @Nullable Syntax all() {
        return joined("and", this::unary, Syntax.All::new);
    }

    private @Nullable Syntax joined(
            String word, Supplier<@Nullable Syntax> part, BiFunction<List<Syntax>, Place, Syntax> join) {
        Token first = peek();
        List<Syntax> parts = new ArrayList<>();
        do {
            Syntax read = part.get();
            if (read == null) {
                return null;
            }
            parts.add(read);
        } while (acceptWord(word));
        return parts.size() == 1 ? parts.getFirst() : join.apply(parts, since(first));
    }

    private @Nullable Syntax unary() {
        Token first = peek();
        if (!first.isWord("not") && !first.isSymbol("(")) {
            return test();
        }
        if (++nesting > Bounds.NESTING) {
            error = new ExpressionError(Code.TOO_DEEP, ErrorTexts.TOO_NESTED, first.span());
            return null;
        }
        advance();
        Syntax inner = first.isWord("not") ? unary() : any();
        nesting--;
        if (inner == null) {
            return null;
        }
        if (first.isWord("not")) {
            return new Syntax.Opposite(inner, since(first));
        }
        return acceptSymbol(")") ? inner : fail("'and', 'or' or ')'");
    }

    private @Nullable Syntax test() {
        Token first = peek();
        if (first.kind() != Token.Kind.WORD || RESERVED.contains(first.text().toLowerCase(Locale.ROOT))) {
            return fail("a field, 'not' or '('");
        }
        advance();
        Name field = new Name(first.text(), first.span());
        Token word = peek();
        if (word.kind() == Token.Kind.SYMBOL) {
            var operator = Operator.ofCode(word.text());
            if (operator.isPresent()) {
                advance();
                return tested(field, operator.get(), value());
            }
        }
        if (acceptWord("is")) {
            return knowledge(field);
        }
        if (!word.isWord("not")) {
            return startsQuestion(word) ? question(field) : new Syntax.Bare(field, field.place());
        }
        advance();
        Syntax asked =
                startsQuestion(peek()) ? question(field) : fail("'in', 'has', 'contains', 'starts with' or 'between'");
        return asked == null ? null : new Syntax.Opposite(asked, asked.place());
    }

    private @Nullable Syntax knowledge(Name field) {
        boolean not = acceptWord("not");
        if (acceptWord("known")) {
            return tested(field, not ? Operator.IS_UNKNOWN : Operator.IS_KNOWN, List.of());
        }
        return acceptWord("unknown")
                ? tested(field, not ? Operator.IS_KNOWN : Operator.IS_UNKNOWN, List.of())
                : fail("'known' or 'unknown'");
    }

    private static boolean startsQuestion(Token t) {
        return t.isWord("in") || t.isWord("between") || t.isWord("contains") || t.isWord("starts") || t.isWord("has");
    }

    private @Nullable Syntax question(Name field) {
        Token word = peek();
        advance();
        return switch (word.text().toLowerCase(Locale.ROOT)) {
            case "in" -> tested(field, Operator.IN, list());
            case "between" -> between(field);
            case "contains" -> tested(field, Operator.CONTAINS, value());
            case "starts" -> acceptWord("with") ? tested(field, Operator.STARTS_WITH, value()) : fail("'with'");
            default -> has(field);
        };
    }

    private @Nullable Syntax has(Name field) {
        Token word = peek();
        boolean any = word.isWord("any");
        // ALL is a code too: only a list makes it a keyword
        if ((any || word.isWord("all")) && tokens.get(next + 1).isSymbol("(")) {
            advance();
            return tested(field, any ? Operator.HAS_ANY : Operator.HAS_ALL, list());
        }
        return tested(field, Operator.HAS, value());
    }

    private @Nullable Syntax between(Name field) {
        List<Given> from = value();
        if (from == null) {
            return null;
        }
        if (!acceptWord("and")) {
            return fail("'and'");
        }
        List<Given> to = value();
        return to == null ? null : tested(field, Operator.BETWEEN, List.of(from.getFirst(), to.getFirst()));
    }

    private @Nullable Syntax tested(Name field, Operator operator, @Nullable List<Given> values) {
        Place.Span from = (Place.Span) field.place();
        return values == null
                ? null
                : new Syntax.Test(
                        field, operator, values, from.to(tokens.get(next - 1).span()));
    }

    private @Nullable List<Given> list() {
        if (!acceptSymbol("(")) {
            fail("'('");
            return null;
        }
        List<Given> all = new ArrayList<>();
        do {
            List<Given> one = value();
            if (one == null) {
                return null;
            }
            all.addAll(one);
        } while (acceptSymbol(","));
        if (!acceptSymbol(")")) {
            fail("',' or ')'");
            return null;
        }
        return all;
    }

    private @Nullable List<Given> value() {
        Token first = peek();
        if (acceptWord("now")) {
            return fromNow(first);
        }
        Kind kind = switch (first.kind()) {
            case TEXT -> Kind.QUOTED;
            case WORD -> Kind.WORD;
            case NUMBER -> Kind.NUMBER;
            case TIME -> Kind.TIME;
            case SYMBOL, END -> null;
        };
        if (kind == null) {
            fail("a value");
            return null;
        }
        advance();
        return List.of(new Given(kind, first.text(), first.span()));
    }

    private @Nullable List<Given> fromNow(Token now) {
        String sign = acceptSymbol("-") ? " - " : acceptSymbol("+") ? " + " : "";
        if (sign.isEmpty()) {
            return List.of(new Given(Kind.TIME, "now", now.span()));
        }
        Token duration = peek();
        if (duration.kind() != Token.Kind.WORD) {
            fail("a duration such as P30D or PT12H");
            return null;
        }
        advance();
        return List.of(new Given(Kind.TIME, "now" + sign + duration.text(), since(now)));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private void advance() {
        next++;
    }

    private Place.Span since(Token first) {
        return first.span().to(tokens.get(next - 1).span());
    }

    private boolean acceptWord(String word) {
        return accept(peek().isWord(word));
    }

    private boolean acceptSymbol(String symbol) {
        return accept(peek().isSymbol(symbol));
    }

    private boolean accept(boolean yes) {
        next += yes ? 1 : 0;
        return yes;
    }

    private @Nullable Syntax fail(String expected) {
        Token found = peek();
        error = new ExpressionError(Code.UNEXPECTED, ErrorTexts.expected(expected, found), found.span());
        return null;
    }
}
