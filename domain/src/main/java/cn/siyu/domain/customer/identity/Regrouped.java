package cn.siyu.domain.customer.identity;

import cn.siyu.domain.customer.CustomerId;

/// A birth customer is somebody else than before (合并或拆分).
///
/// @param birth the customer under which its facts are kept
/// @param was who it was
/// @param is who it is now
public record Regrouped(CustomerId birth, CustomerId was, CustomerId is) {}
