@NullMarked
package cn.siyu.domain.trust.alert;

import org.jspecify.annotations.NullMarked;
