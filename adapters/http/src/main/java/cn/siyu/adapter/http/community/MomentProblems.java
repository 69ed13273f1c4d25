package cn.siyu.adapter.http.community;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.community.PlanMoment.Part;
import cn.siyu.domain.content.Rendering;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What can be wrong with a moments plan, in the client's words.
final class MomentProblems {
    private MomentProblems() {}

    private static String pointer(Part part, int index) {
        return switch (part) {
            case MATERIAL -> "/material";
            case ACCOUNT -> "/accounts/" + index;
            case TAG -> "/visibleTo/" + index;
            case PUBLISH_AT -> "/publishAt";
            case CONFIRM_BY -> "/confirmBy";
        };
    }

    static ProblemException unknown(Part part, int index) {
        return Problems.body(
                pointer(part, index),
                ProblemCode.REFERENCE_UNKNOWN,
                Text.of("There is no such thing here, or it is not in use.", "这里没有此项，或已停用。"));
    }

    static ProblemException tooLate(Part part, Instant from) {
        return Problems.body(
                pointer(part, 0),
                part == Part.PUBLISH_AT ? ProblemCode.ALREADY_PAST : ProblemCode.OUT_OF_RANGE,
                Text.of("This must be behind %s.", "此时间须晚于 %s。", from));
    }

    static ProblemException personal(Set<String> variables) {
        return Problems.body(
                "/material",
                ProblemCode.NOT_ALLOWED,
                Text.of(
                        "A post speaks to everybody, and this material to one customer: give %s a fallback.",
                        "朋友圈面向所有人，而此素材面向单个客户：请为 %s 填写默认值。", String.join(", ", new TreeSet<>(variables))));
    }

    static ProblemException forbidden(List<String> claims) {
        return Problems.body(
                "/material",
                ProblemCode.FORBIDDEN_CLAIM,
                Text.of(
                        "A persona of these accounts never says %s; say it otherwise.",
                        "这些账号的人设禁用：%s；请换一种说法。", String.join("、", claims)));
    }

    static ProblemException unfit(Rendering rendering) {
        Text detail = rendering instanceof Rendering.TooLong(int bytes, int limit)
                ? Text.of("This has %s bytes and may have %s.", "此素材有 %s 字节，最多 %s 字节。", bytes, limit)
                : Text.of("The material says nothing.", "此素材没有内容。");
        return Problems.body("/material", ProblemCode.NOT_ALLOWED, detail);
    }
}
