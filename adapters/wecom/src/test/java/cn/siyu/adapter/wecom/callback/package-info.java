/// Tests of the package of the same name.
@NullMarked
package cn.siyu.adapter.wecom.callback;

import org.jspecify.annotations.NullMarked;
