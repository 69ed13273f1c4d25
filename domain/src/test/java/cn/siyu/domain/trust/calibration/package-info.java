@NullMarked
package cn.siyu.domain.trust.calibration;

import org.jspecify.annotations.NullMarked;
