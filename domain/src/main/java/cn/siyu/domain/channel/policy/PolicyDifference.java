package cn.siyu.domain.channel.policy;

import org.jspecify.annotations.Nullable;

/// One place where two policies differ.
///
/// @param pointer where, as a JSON Pointer into the values
/// @param before the value of the first; null: it has none there
/// @param after the value of the second; null: it has none there
public record PolicyDifference(
        String pointer, @Nullable Object before, @Nullable Object after) {}
