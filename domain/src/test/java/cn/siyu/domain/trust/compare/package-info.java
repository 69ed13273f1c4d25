@NullMarked
package cn.siyu.domain.trust.compare;

import org.jspecify.annotations.NullMarked;
