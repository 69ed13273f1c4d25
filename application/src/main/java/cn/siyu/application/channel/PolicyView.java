package cn.siyu.application.channel;

import cn.siyu.domain.channel.policy.PolicyEdition;
import cn.siyu.domain.channel.policy.PolicyLine;
import cn.siyu.domain.channel.policy.PolicyOverride;
import cn.siyu.domain.channel.policy.PolicyStamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policy that binds a brand on one line at a moment, as data.
///
/// @param edition the edition in force, as it is shipped
/// @param values the edition's values with the brand's own laid over them
/// @param stamp what decisions carry that are taken by it
/// @param override the brand's own settings; null if it has none
public record PolicyView(
        PolicyLine line,
        PolicyEdition edition,
        Map<String, Object> values,
        PolicyStamp stamp,
        @Nullable PolicyOverride override) {}
