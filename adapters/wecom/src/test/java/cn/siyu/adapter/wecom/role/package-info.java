/// Tests of the package of the same name.
@NullMarked
package cn.siyu.adapter.wecom.role;

import org.jspecify.annotations.NullMarked;
