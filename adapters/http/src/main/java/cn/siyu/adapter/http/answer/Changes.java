package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.brand.ChangeOutcome;
import cn.siyu.application.brand.InputProblem;
import java.util.List;

/// Turns what came of a change of configuration into an answer or a problem.
public final class Changes {
    private Changes() {}

    /// What was made.
    public static <T> T made(ChangeOutcome<T> outcome, IdType type) {
        return changed(outcome, type, "");
    }

    /// What was changed.
    ///
    /// @param id how the client named it
    public static <T> T changed(ChangeOutcome<T> outcome, IdType type, String id) {
        return switch (outcome) {
            case ChangeOutcome.Done<T>(var value) -> value;
            case ChangeOutcome.Refused<T>(var problems) -> throw refused(problems);
            case ChangeOutcome.Stale<T>(var current) ->
                throw Problems.of(
                        ProblemCode.CONCURRENT_CHANGE,
                        Text.of(
                                "Somebody else changed this at the same moment; its version is %s now. Read it again and repeat.",
                                "此内容同时被他人修改，当前版本为 %s。请重新读取后再试。", current));
            case ChangeOutcome.Unknown<T>() -> throw Problems.notFound(type.label(), id);
            case ChangeOutcome.Archived<T>() ->
                throw Problems.archived(new Text(
                        "This " + type.label().en() + " is archived and can't be changed any more.",
                        "此" + type.label().zh() + "已归档，不能再修改。"));
        };
    }

    private static ProblemException refused(List<InputProblem> problems) {
        List<Mistake> mistakes = problems.stream()
                .map(problem ->
                        Mistake.at(problem.pointer(), code(problem.code()), new Text(problem.en(), problem.zh())))
                .toList();
        boolean taken = problems.stream().allMatch(each -> each.code() == InputProblem.Code.ALREADY_EXISTS);
        return taken ? Problems.of(ProblemCode.ALREADY_EXISTS, mistakes) : Problems.body(mistakes);
    }

    private static ProblemCode code(InputProblem.Code code) {
        return switch (code) {
            case MISSING -> ProblemCode.MISSING;
            case EMPTY -> ProblemCode.EMPTY;
            case TOO_LONG -> ProblemCode.TOO_LONG;
            case TOO_MANY -> ProblemCode.TOO_MANY;
            case TOO_FEW -> ProblemCode.TOO_FEW;
            case OUT_OF_RANGE -> ProblemCode.OUT_OF_RANGE;
            case NOT_ONE_OF -> ProblemCode.NOT_ONE_OF;
            case BAD_FORMAT -> ProblemCode.BAD_FORMAT;
            case NOT_ALLOWED -> ProblemCode.NOT_ALLOWED;
            case REFERENCE_UNKNOWN -> ProblemCode.REFERENCE_UNKNOWN;
            case ALREADY_EXISTS -> ProblemCode.ALREADY_EXISTS;
        };
    }
}
