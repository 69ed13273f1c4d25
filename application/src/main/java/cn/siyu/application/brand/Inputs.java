package cn.siyu.application.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with a request, in order.
public final class Inputs {
    private final List<InputProblem> problems = new ArrayList<>();

    /// Notes a mistake unless all is well.
    public void check(boolean sound, String pointer, InputProblem.Code code, String en, String zh) {
        if (!sound) {
            problems.add(new InputProblem(pointer, code, en, zh));
        }
    }

    /// A text that must be there.
    public void text(String pointer, String value, int most) {
        check(!value.isBlank(), pointer, InputProblem.Code.EMPTY, "Write something here.", "此项不能为空。");
        longest(pointer, value, most);
    }

    /// A text that may be left out, but not be blank.
    public void optionalText(String pointer, @Nullable String value, int most) {
        if (value != null) {
            text(pointer, value, most);
        }
    }

    private void longest(String pointer, String value, int most) {
        check(
                value.length() <= most,
                pointer,
                InputProblem.Code.TOO_LONG,
                "This may have " + most + " characters.",
                "最多 " + most + " 个字符。");
    }

    /// A number between two bounds, both allowed.
    public void range(String pointer, double value, double least, double most, String shownLeast, String shownMost) {
        check(
                value >= least && value <= most,
                pointer,
                InputProblem.Code.OUT_OF_RANGE,
                "This must lie between " + shownLeast + " and " + shownMost + ".",
                "须在 " + shownLeast + " 与 " + shownMost + " 之间。");
    }

    /// A whole number between two bounds, both allowed.
    public void range(String pointer, int value, int least, int most) {
        range(pointer, value, least, most, Integer.toString(least), Integer.toString(most));
    }

    /// Something that the request names.
    public <T> Optional<T> reference(String pointer, Optional<T> found) {
        check(
                found.isPresent(),
                pointer,
                InputProblem.Code.REFERENCE_UNKNOWN,
                "There is no such thing in this brand, or the key does not see it.",
                "该品牌下没有此项，或密钥无权查看。");
        return found;
    }

    /// A key that must be unique and is taken.
    public void taken(String pointer, boolean taken, String key) {
        check(
                !taken,
                pointer,
                InputProblem.Code.ALREADY_EXISTS,
                "'" + key + "' is taken; choose another.",
                "“" + key + "”已被使用，请更换。");
    }

    /// Whether nothing is wrong.
    public boolean sound() {
        return problems.isEmpty();
    }

    /// The refusal.
    public <T> ChangeOutcome<T> refused() {
        return new ChangeOutcome.Refused<>(problems);
    }
}
