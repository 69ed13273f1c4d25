/// Trust (信任) as a measured quantity: the score of a relationship and of a customer, how well
/// founded it is, why it is what it is, what it will be if nothing happens, and when somebody must
/// be alerted.
///
/// A pure function of evidence (package `evidence`), policy edition (package `policy`) and time. It
/// never asks which channel it is scoring beyond looking up that channel's envelope and points.
/// Start with [TrustModel]; the numbers come to it through [ReadingTable], in memory or by the same
/// sums in SQL.
@NullMarked
package cn.siyu.domain.trust;

import org.jspecify.annotations.NullMarked;
