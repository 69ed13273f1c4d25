package cn.siyu.application.channel;

import cn.siyu.domain.channel.policy.PolicyProblem;
import cn.siyu.domain.channel.policy.PolicyReader;
import cn.siyu.domain.channel.policy.PolicyReading;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads the values of one kind of policy to find what is wrong with them. Capabilities that know a
/// kind's type provide it.
@FunctionalInterface
public interface PolicyCheck {
    /// Everything that is wrong with a whole policy's values; empty if they are sound.
    List<PolicyProblem> problems(Map<String, Object> values);

    /// The check of a kind by the reader of its type.
    static PolicyCheck by(Function<PolicyReader, ?> into) {
        return values -> switch (PolicyReader.read(values, into)) {
            case PolicyReading.Accepted<?> _ -> List.of();
            case PolicyReading.Rejected<?> rejected -> rejected.problems();
        };
    }
}
