package cn.siyu.domain.channel.policy;

import java.util.Map;

/// The values a brand sets differently, as a partial tree: only what differs is in it.
///
/// It isn't tied to an edition: when the platform's next edition comes into force, what the brand chose stays
/// chosen.
///
/// @param version counts its changes, from 1
/// @param values shaped like an edition's values
public record PolicyOverride(int version, Map<String, Object> values) {
    public PolicyOverride {
        if (version < 1) {
            throw new IllegalArgumentException("an override's version is 1 or more, was " + version);
        }
        values = PolicyTree.merge(Map.of(), values);
    }
}
