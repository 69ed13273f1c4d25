package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A corp (企业) as such.
///
/// @param corpId what clients call `corpid`
/// @param name shown as the root department unless that one is given
/// @param limits whether the platform's limits are enforced
/// @param lenient whether calls are answered that the platform would refuse: by the wrong verb,
///     from an untrusted address, by an app without the right, with values of a senseless type
/// @param overrides limits of this corp that differ from the published ones, by the names of
///     [PlatformLimits]; null for none
/// @param unverified whether the corp is not verified (未认证)
/// @param noDeveloper whether no WeChat developer id is bound, so that nobody shows a unionid
/// @param miniPrograms appids of the mini programs that are linked to the corp (关联小程序); null =
///     any
public record CorpRow(
        String corpId,
        String name,
        boolean limits,
        boolean lenient,
        @Nullable JsonNode overrides,
        boolean unverified,
        boolean noDeveloper,
        @Nullable List<String> miniPrograms)
        implements Row {
    public CorpRow {
        overrides = overrides == null || overrides.isNull() ? null : overrides;
        miniPrograms = miniPrograms == null ? null : List.copyOf(miniPrograms);
    }

    /// A strict corp with the published limits.
    public CorpRow(String corpId, String name, boolean limits) {
        this(corpId, name, limits, false, null, false, false, null);
    }

    public CorpRow withLimits(boolean enforced, @Nullable JsonNode others) {
        return new CorpRow(corpId, name, enforced, lenient, others, unverified, noDeveloper, miniPrograms);
    }

    public CorpRow withLeniency(boolean nowLenient) {
        return new CorpRow(corpId, name, limits, nowLenient, overrides, unverified, noDeveloper, miniPrograms);
    }

    public CorpRow withAccount(boolean verified, boolean developer) {
        return new CorpRow(corpId, name, limits, lenient, overrides, !verified, !developer, miniPrograms);
    }

    /// With these mini programs linked.
    /// @param appids null = any
    public CorpRow withMiniPrograms(@Nullable List<String> appids) {
        return new CorpRow(corpId, name, limits, lenient, overrides, unverified, noDeveloper, appids);
    }

    /// Whether messages of this corp can carry a mini program.
    public boolean links(String appid) {
        return miniPrograms == null || miniPrograms.contains(appid);
    }
}
