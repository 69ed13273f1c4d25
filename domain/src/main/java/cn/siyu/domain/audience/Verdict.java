package cn.siyu.domain.audience;

import java.util.List;

/// Why a subject is, or isn't, in an audience.
///
/// @param clause the expression decided
/// @param truth what it came to
/// @param parts what its parts came to, in order; empty for a single condition
public record Verdict(Expression clause, Truth truth, List<Verdict> parts) {
    public Verdict {
        parts = List.copyOf(parts);
    }
}
