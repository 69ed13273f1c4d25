package cn.siyu.adapter.http.answer;

import cn.siyu.adapter.http.problem.ProblemException;
import cn.siyu.domain.id.PublicId;

/// What came of one item of a batch.
public sealed interface ItemResult {
    /// It was made now.
    record Made(PublicId id) implements ItemResult {}

    /// It was there before, just so.
    record Known(PublicId id) implements ItemResult {}

    /// It was refused, and nothing was done about it.
    record Refused(ProblemException problem) implements ItemResult {}
}
