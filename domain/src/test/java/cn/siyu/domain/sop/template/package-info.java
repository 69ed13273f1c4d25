@NullMarked
package cn.siyu.domain.sop.template;

import org.jspecify.annotations.NullMarked;
