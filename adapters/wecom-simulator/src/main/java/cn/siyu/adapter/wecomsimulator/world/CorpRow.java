package cn.siyu.adapter.wecomsimulator.world;

/// A corp (企业) as such.
///
/// @param corpId what clients call `corpid`
/// @param name shown as the root department unless that one is given
/// @param limits whether the platform's limits are enforced
public record CorpRow(String corpId, String name, boolean limits) implements Row {}
