/// Policies as data (政策数据): every number that a platform or a practice sets.
///
/// A policy comes in editions, each valid from a date. A brand may override single values. What
/// holds at a moment is the newest edition already valid, with the brand's override laid over it;
/// every decision names both. Policies reach this package as plain maps, lists, texts and numbers:
/// where they were written down is not known here.
///
/// Start with `PolicyCatalog` (which edition holds), then `PolicyReader` (how a tree becomes a
/// typed policy and how every mistake in it is found), then `PlatformPolicy`.
@NullMarked
package cn.siyu.domain.channel.policy;

import org.jspecify.annotations.NullMarked;
