package cn.siyu.adapter.http.content;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.content.MaterialOutcome;
import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.Material;
import java.util.List;

/// Turns what came of a draft into an answer or a problem.
final class MaterialProblems {
    private MaterialProblems() {}

    /// The material that was saved.
    ///
    /// @param id how the client named it
    static Material saved(MaterialOutcome outcome, String id) {
        return switch (outcome) {
            case MaterialOutcome.Saved(var material) -> material;
            case MaterialOutcome.Refused(var errors) -> throw refused(errors);
            case MaterialOutcome.Stale(var current) ->
                throw Problems.of(
                        ProblemCode.CONCURRENT_CHANGE,
                        Text.of(
                                "Somebody else changed this at the same moment; its version is %s now. Read it again and repeat.",
                                "此内容同时被他人修改，当前版本为 %s。请重新读取后再试。", current));
            case MaterialOutcome.Unknown() -> throw Problems.notFound(IdType.MATERIAL.label(), id);
            case MaterialOutcome.Archived() ->
                throw Problems.archived(
                        Text.of("This material is archived and can't be changed any more.", "此素材已归档，不能再修改。"));
        };
    }

    /// All mistakes of a draft.
    static ProblemException refused(List<ContentError> errors) {
        return Problems.body(errors.stream().map(MaterialProblems::mistake).toList());
    }

    private static Mistake mistake(ContentError error) {
        var detail = new Text(error.detail().en(), error.detail().zh());
        var span = error.span();
        Text placed = span == null
                ? detail
                : detail.and(Text.of("It is at character %s.", "位置：第 %s 个字符。", span.offset() + 1));
        return Mistake.at(error.pointer(), code(error.code()), placed);
    }

    private static ProblemCode code(ContentError.Code code) {
        return switch (code) {
            case EMPTY -> ProblemCode.EMPTY;
            case TOO_LONG -> ProblemCode.TOO_LONG;
            case TOO_MANY_ATTACHMENTS -> ProblemCode.TOO_MANY;
            case UNKNOWN_VARIABLE -> ProblemCode.UNKNOWN_VARIABLE;
            case UNPAIRED_BRACES, SINGLE_BRACES, MALFORMED_FALLBACK -> ProblemCode.TEMPLATE_SYNTAX;
            case UNSENDABLE_CHARACTER -> ProblemCode.BAD_CHARACTER;
            case INVALID_URL -> ProblemCode.BAD_FORMAT;
            case FORBIDDEN_CLAIM -> ProblemCode.FORBIDDEN_CLAIM;
        };
    }
}
