package cn.siyu.application.brand;

import cn.siyu.domain.id.PublicId;
import org.jspecify.annotations.Nullable;

/// An API key as clients see it.
///
/// @param seesOf the public id of the department or staff member it is bound to; null if it sees
///     the whole brand
public record ApiKeyView(ApiKey key, @Nullable PublicId seesOf) {}
