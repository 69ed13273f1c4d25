package cn.siyu.domain.channel.journey;

import java.util.Set;

/// Where contact happens (触点).
///
/// @param code like `MINI_PROGRAM`
/// @param name in English
/// @param nameZh in Chinese
/// @param serves the steps of the decision journey for which it is good; empty if for none in
///     particular
public record Touchpoint(String code, String name, String nameZh, Set<JourneyStep> serves) {
    public Touchpoint {
        serves = Set.copyOf(serves);
    }
}
