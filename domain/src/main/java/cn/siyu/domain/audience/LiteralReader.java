package cn.siyu.domain.audience;

import cn.siyu.domain.audience.ExpressionError.Code;
import cn.siyu.domain.audience.Syntax.Given;
import cn.siyu.domain.audience.Syntax.Kind;
import cn.siyu.domain.content.Spelling;
import cn.siyu.domain.content.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads given values as a field's type wants them; a null answer has been reported.
final class LiteralReader {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Bounds.NUMBER);
    private static final int DECIMALS = 6;

    private final Consumer<ExpressionError> errors;

    LiteralReader(Consumer<ExpressionError> errors) {
        this.errors = errors;
    }

    @Nullable
    Literal read(Field field, Given given) {
        return switch (field.type()) {
            case TEXT -> text(field, given);
            case ENUM -> code(field, given);
            case SET_OF_TEXT -> field.takesCodes() ? code(field, given) : text(field, given);
            case WHOLE_NUMBER, NUMBER -> number(field, given);
            case INSTANT -> time(field, given);
            case BOOLEAN -> wrong(field, given, ErrorTexts.WRITE_TRUTH);
        };
    }

    /// True or false, for a BOOLEAN field.
    @Nullable
    Boolean truth(Field field, Given given) {
        if (given.kind() == Kind.WORD && given.text().equalsIgnoreCase("true")) {
            return true;
        }
        if (given.kind() == Kind.WORD && given.text().equalsIgnoreCase("false")) {
            return false;
        }
        wrong(field, given, ErrorTexts.WRITE_TRUTH);
        return null;
    }

    /// A text as it is, for any operator that looks into texts.
    Literal.@Nullable Text text(Field field, Given given) {
        return given.kind() == Kind.QUOTED ? bounded(given) : wrong(field, given, ErrorTexts.quote(given.text()));
    }

    private Literal.@Nullable Text bounded(Given given) {
        String text = given.text();
        if (text.isEmpty() || text.length() > Bounds.VALUE_LENGTH) {
            report(Code.OUT_OF_RANGE, ErrorTexts.TEXT_LENGTH, given, null);
            return null;
        }
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            report(Code.OUT_OF_RANGE, ErrorTexts.UNSTORABLE, given, null);
            return null;
        }
        return new Literal.Text(text);
    }

    private Literal.@Nullable Text code(Field field, Given given) {
        if (given.kind() != Kind.QUOTED && given.kind() != Kind.WORD) {
            return wrong(field, given, ErrorTexts.writeCode(field));
        }
        Literal.Text text = bounded(given);
        Codes codes = field.codes();
        if (text == null || codes.known().contains(text.text()) || codes.flags().containsKey(text.text())) {
            return text;
        }
        Optional<String> near = codes.known().contains(text.text().toUpperCase(Locale.ROOT))
                ? Optional.of(text.text().toUpperCase(Locale.ROOT))
                : Spelling.nearest(text.text(), codes.known());
        if (codes.open() && near.isEmpty()) {
            return text;
        }
        report(Code.UNKNOWN_CODE, ErrorTexts.noSuchCode(field, text.text(), near), given, near.orElse(null));
        return null;
    }

    private @Nullable Literal number(Field field, Given given) {
        if (given.kind() != Kind.NUMBER) {
            return wrong(field, given, ErrorTexts.WRITE_NUMBER);
        }
        Literal.Amount number = new Literal.Amount(new BigDecimal(given.text()));
        if (number.value().abs().compareTo(LARGEST) > 0 || number.value().scale() > DECIMALS) {
            report(Code.OUT_OF_RANGE, ErrorTexts.NUMBER_RANGE, given, null);
            return null;
        }
        return number;
    }

    private @Nullable Literal time(Field field, Given given) {
        if (given.kind() != Kind.TIME && given.kind() != Kind.QUOTED) {
            return wrong(field, given, ErrorTexts.WRITE_TIME);
        }
        Optional<Literal.Time> time = TimeText.read(given.text());
        if (time.isEmpty()) {
            report(Code.OUT_OF_RANGE, ErrorTexts.noSuchTime(given.text()), given, null);
        }
        return time.orElse(null);
    }

    private Literal.@Nullable Text wrong(Field field, Given given, Wording remedy) {
        report(Code.WRONG_TYPE, ErrorTexts.wrongType(field, remedy), given, null);
        return null;
    }

    private void report(Code code, Wording detail, Given given, @Nullable String suggestion) {
        errors.accept(new ExpressionError(code, detail, given.place(), suggestion));
    }

    /// All of them as texts; null if one isn't.
    @Nullable
    List<String> texts(Field field, List<Given> given) {
        List<Literal.Text> texts = given.stream()
                .map(g -> read(field, g))
                .flatMap(l -> l instanceof Literal.Text t ? Stream.of(t) : Stream.empty())
                .toList();
        return texts.size() == given.size()
                ? texts.stream().map(Literal.Text::text).toList()
                : null;
    }
}
