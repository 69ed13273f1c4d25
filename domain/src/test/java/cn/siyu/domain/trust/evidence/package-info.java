/// Tests of evidence before it is a score.
@NullMarked
package cn.siyu.domain.trust.evidence;

import org.jspecify.annotations.NullMarked;
