package cn.siyu.application.channel;

import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyStamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policy that binds a brand on one line at a moment, as data.
///
/// @param edition the edition in force, as it is shipped
/// @param values the edition's values with the brand's own laid over them
/// @param stamp what decisions carry that are taken by it
/// @param override the brand's own settings that hold now; null if it has none
/// @param version which version the newest settings are, whether they hold already or not; 0: there
///     are none
/// @param planned settings that are to hold from a later day, the first first
public record PolicyView(
        PolicyLine line,
        PolicyEdition edition,
        Map<String, Object> values,
        PolicyStamp stamp,
        @Nullable PolicyOverride override,
        int version,
        List<PolicyOverride> planned) {
    public PolicyView {
        planned = List.copyOf(planned);
    }
}
