/// Tests of the package of the same name.
@NullMarked
package cn.siyu.adapter.wecom.client;

import org.jspecify.annotations.NullMarked;
