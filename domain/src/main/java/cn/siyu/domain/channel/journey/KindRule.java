package cn.siyu.domain.channel.journey;

import java.util.Optional;
import java.util.Set;

/// What a kind of interaction (互动类型) means.
///
/// @param code like `LIVE_WATCHED`
/// @param response whether it answers a message that was sent before
/// @param evidence the kind of evidence that it is for trust; what that is worth is the trust
///     policy's to say
/// @param steps the steps of the decision journey that it belongs to wherever it happens; empty:
///     those that its touchpoint serves
public record KindRule(
        String code,
        String name,
        String nameZh,
        Signal signal,
        boolean response,
        Optional<String> evidence,
        Set<JourneyStep> steps) {
    public KindRule {
        steps = Set.copyOf(steps);
    }
}
