package cn.siyu.adapter.http.sop;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.sop.SwitchSop;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopMistake;
import java.util.List;

/// What can be wrong with SOPs, in the client's words.
final class SopProblems {
    private static final int MOST_TOLD = 100;

    private SopProblems() {}

    /// All mistakes of a definition in a body.
    static ProblemException refused(List<SopMistake> mistakes) {
        return Problems.body(told(mistakes));
    }

    /// What a definition that was sound when it was saved refers to is gone.
    static ProblemException gone(List<SopMistake> mistakes) {
        return Problems.of(ProblemCode.STATE_CONFLICT, told(mistakes));
    }

    private static List<Mistake> told(List<SopMistake> mistakes) {
        return mistakes.stream().limit(MOST_TOLD).map(SopProblems::mistake).toList();
    }

    private static Mistake mistake(SopMistake mistake) {
        var detail = new Text(mistake.detail().en(), mistake.detail().zh());
        var near = mistake.suggestion();
        return Mistake.at(
                "/definition" + mistake.pointer(),
                code(mistake),
                near == null || detail.en().contains("Did you mean")
                        ? detail
                        : detail.and(Text.of("Did you mean '%s'?", "是否应为“%s”？", near)));
    }

    private static ProblemCode code(SopMistake mistake) {
        if (mistake.pointer().startsWith("/audience") && !mistake.code().equals("missing")) {
            return ProblemCode.INVALID_EXPRESSION;
        }
        return switch (mistake.code()) {
            case "missing" -> ProblemCode.MISSING;
            case "unknown-field" -> ProblemCode.UNKNOWN_PROPERTY;
            case "wrong-type" -> ProblemCode.WRONG_TYPE;
            case "unknown-code" -> ProblemCode.NOT_ONE_OF;
            case "empty" -> ProblemCode.EMPTY;
            case "too-long" -> ProblemCode.TOO_LONG;
            case "too-many" -> ProblemCode.TOO_MANY;
            case "out-of-range" -> ProblemCode.OUT_OF_RANGE;
            case "unknown-material", "unknown-tag", "unknown-contact-way" -> ProblemCode.REFERENCE_UNKNOWN;
            case "already-past" -> ProblemCode.ALREADY_PAST;
            case "fallback-needed" -> ProblemCode.FALLBACK_NEEDED;
            case "unknown-variable" -> ProblemCode.UNKNOWN_VARIABLE;
            case "unpaired-braces", "single-braces", "malformed-fallback" -> ProblemCode.TEMPLATE_SYNTAX;
            case "unsendable-character" -> ProblemCode.BAD_CHARACTER;
            case "contradiction" -> ProblemCode.CONTRADICTION;
            case "forbidden-claim" -> ProblemCode.FORBIDDEN_CLAIM;
            default -> ProblemCode.NOT_ALLOWED;
        };
    }

    static ProblemException unknown(String sop) {
        return Problems.notFound(IdType.SOP.label(), sop);
    }

    static ProblemException unknownVersion(int number) {
        return Problems.notFound(IdType.SOP_VERSION.label(), Integer.toString(number));
    }

    static ProblemException stale(int version) {
        return Problems.of(
                ProblemCode.CONCURRENT_CHANGE,
                Text.of(
                        "Somebody else changed this at the same moment; its version is %s now. Read it again and repeat.",
                        "此内容同时被他人修改，当前版本为 %s。请重新读取后再试。", version));
    }

    static ProblemException published(int number) {
        return Problems.conflict(Text.of(
                "Version %s is published and never changes. Save a new version.", "版本 %s 已发布，不能再修改。请保存新版本。", number));
    }

    static ProblemException notActive(Sop.State state) {
        return Problems.conflict(Text.of(
                "The SOP takes nobody in: it is %s. Activate one of its versions first.",
                "该 SOP 当前为 %s，不接收客户。请先启用一个版本。", state));
    }

    /// The SOP after a change of its state.
    static Sop switched(SwitchSop.Outcome outcome, String sop) {
        return switch (outcome) {
            case SwitchSop.Outcome.Switched(var after) -> after;
            case SwitchSop.Outcome.Unknown() -> throw unknown(sop);
            case SwitchSop.Outcome.NotPublished() ->
                throw Problems.conflict(Text.of("That version is a draft. Publish it first.", "该版本仍为草稿，请先发布。"));
            case SwitchSop.Outcome.Impossible(var state, var everActive) ->
                throw Problems.conflict(
                        everActive
                                ? Text.of(
                                        "The SOP is %s, not PAUSED; there is nothing to resume.",
                                        "该 SOP 当前为 %s，并未暂停，无法恢复。", state)
                                : Text.of(
                                        "The SOP never took anybody in. Activate one of its versions.",
                                        "该 SOP 从未启用过。请先启用一个版本。"));
        };
    }
}
