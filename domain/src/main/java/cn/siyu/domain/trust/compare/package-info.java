/// Means of trust with what they are worth: how staff, sources, channels and stores compare (对比).
@NullMarked
package cn.siyu.domain.trust.compare;

import org.jspecify.annotations.NullMarked;
