/// Tests of trust policies.
@NullMarked
package cn.siyu.domain.trust.policy;

import org.jspecify.annotations.NullMarked;
