@NullMarked
package cn.siyu.application.sop;

import org.jspecify.annotations.NullMarked;
