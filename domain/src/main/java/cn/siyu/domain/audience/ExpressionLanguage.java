package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one language for filters, segments, SOP branches and audiences, over the fields of one
/// catalogue.
///
/// It has a text form, `trust.social >= 40 and tags has 'vip' and not stage in (LOST)`, and a JSON
/// form, `{"op": "and", "of": […]}`. Both are read with all mistakes at once, and written back from
/// any expression: `ofText(text(x))` and `ofTree(tree(x))` are `x`.
public final class ExpressionLanguage {
    private final FieldCatalogue catalogue;

    public ExpressionLanguage(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// The fields it knows.
    public FieldCatalogue catalogue() {
        return catalogue;
    }

    /// Reads the text form. Places in errors are spans of `text`.
    public Reading ofText(String text) {
        Place.Span whole = new Place.Span(0, text.length());
        if (text.length() > Bounds.TEXT) {
            return new Reading.Refused(List.of(Sizes.tooLong(whole)));
        }
        if (text.isBlank()) {
            return new Reading.Refused(List.of(new ExpressionError(Code.EMPTY, ErrorTexts.EMPTY, whole)));
        }
        Lexer.Lexed lexed = Lexer.read(text);
        if (!lexed.errors().isEmpty()) {
            return new Reading.Refused(lexed.errors());
        }
        Parser.Parsed parsed = Parser.parse(lexed.tokens());
        Syntax syntax = parsed.syntax();
        if (syntax == null || parsed.error() != null) {
            return new Reading.Refused(List.of(Objects.requireNonNull(parsed.error())));
        }
        return inOrder(Checker.check(syntax, catalogue));
    }

    /// Reads the JSON form: maps, lists, strings, numbers and booleans as a JSON library gives
    /// them. Places in errors are pointers from `tree`.
    public Reading ofTree(@Nullable Object tree) {
        TreeReader.Parsed parsed = TreeReader.read(tree);
        Syntax syntax = parsed.syntax();
        return syntax == null ? new Reading.Refused(parsed.errors()) : Checker.check(syntax, catalogue);
    }

    /// The canonical text form.
    public static String text(Expression expression) {
        return Printer.print(expression);
    }

    /// The canonical JSON form; numbers are Long or BigDecimal, maps keep their order.
    public static Map<String, Object> tree(Expression expression) {
        return Tree.of(expression);
    }

    private static Reading inOrder(Reading reading) {
        if (!(reading instanceof Reading.Refused(var errors))) {
            return reading;
        }
        List<ExpressionError> sorted = new ArrayList<>(errors);
        sorted.sort(Comparator.comparingInt(e -> e.place() instanceof Place.Span span ? span.offset() : 0));
        return new Reading.Refused(sorted);
    }
}
