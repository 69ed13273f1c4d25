package cn.siyu.application.contact.port;

import cn.siyu.domain.contact.ContactDecision;
import cn.siyu.domain.contact.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a send was decided as it was (决定说明): kept with it, and shown.
///
/// @param policy the contact policy by which it was decided, as `contact-2025+3`
/// @param grounds everything that spoke against it, in the governor's order
/// @param earliestAt the first moment at which all of them have passed by themselves; null if one
///     doesn't
public record Explanation(
        String policy, List<Ground> grounds, @Nullable Instant earliestAt) {
    public Explanation {
        grounds = List.copyOf(grounds);
    }

    /// One thing that spoke against it.
    ///
    /// @param code the stable name of the reason
    /// @param policy the policy edition that made it one
    /// @param numbers what it was decided by
    /// @param remedy what would change it
    /// @param earliestAt when it passes by itself; null if it doesn't
    public record Ground(
            String code,
            String policy,
            Map<String, Object> numbers,
            String remedy,
            @Nullable Instant earliestAt) {}

    /// What the governor said.
    public static Explanation of(ContactDecision decision) {
        String policy = decision.policy().toString();
        return switch (decision) {
            case ContactDecision.Allowed _ -> new Explanation(policy, List.of(), null);
            case ContactDecision.Deferred put -> new Explanation(policy, List.of(ground(put.reason())), put.until());
            case ContactDecision.Refused no ->
                new Explanation(
                        policy,
                        no.reasons().stream().map(Explanation::ground).toList(),
                        no.earliestAt().orElse(null));
        };
    }

    /// With one more thing that spoke against it that is not the governor's to say.
    public Explanation and(String code, Map<String, Object> numbers, String remedy) {
        var more = new java.util.ArrayList<>(grounds);
        more.add(new Ground(code, policy, numbers, remedy, null));
        return new Explanation(policy, more, null);
    }

    private static Ground ground(Refusal refusal) {
        var reason = refusal.reason();
        return new Ground(
                reason.code(),
                refusal.policy().toString(),
                reason.numbers(),
                reason.remedy().name(),
                reason.earliestAt().orElse(null));
    }
}
