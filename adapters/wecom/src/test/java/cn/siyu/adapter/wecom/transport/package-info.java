/// Tests of the package of the same name.
@NullMarked
package cn.siyu.adapter.wecom.transport;

import org.jspecify.annotations.NullMarked;
