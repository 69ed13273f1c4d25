package cn.siyu.adapter.http.imports;

import cn.siyu.adapter.http.insight.Codes;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.Mistake;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.application.insight.ImportKind;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/// What a client wants to import.
///
/// @param source the system the rows come from; the same default as for single reports
record ImportWish(ImportKind kind, String source) {
    /// Reads it from parameters, or refuses them with all that is wrong.
    static ImportWish read(Optional<String> kind, Optional<String> source) {
        var mistakes = new ArrayList<Mistake>();
        var wanted = kind.flatMap(name -> Stream.of(ImportKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst());
        if (wanted.isEmpty()) {
            mistakes.add(Mistake.inParameter(
                    "kind",
                    ProblemCode.INVALID_PARAMETER,
                    Text.of(
                            "Say what the rows are: kind=CUSTOMERS, ORDERS or INTERACTIONS.",
                            "请说明各行是什么：kind=CUSTOMERS、ORDERS 或 INTERACTIONS。")));
        }
        if (source.isPresent() && !Codes.isSource(source.get())) {
            mistakes.add(Mistake.inParameter("source", ProblemCode.INVALID_PARAMETER, Codes.SOURCES));
        }
        if (!mistakes.isEmpty()) {
            throw Problems.parameters(mistakes);
        }
        return new ImportWish(wanted.orElseThrow(), source.orElse(Codes.SOURCE));
    }
}
