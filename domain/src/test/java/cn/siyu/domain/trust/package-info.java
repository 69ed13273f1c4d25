/// Tests of trust: the vectors, the invariants over random histories, and each rule by itself.
@NullMarked
package cn.siyu.domain.trust;

import org.jspecify.annotations.NullMarked;
