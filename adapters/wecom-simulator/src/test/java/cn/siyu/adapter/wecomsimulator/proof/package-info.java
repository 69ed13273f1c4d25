/// Holds the tests to what is declared of them: which errcode of which endpoint a test produces,
/// and which method of WxJava it calls.
@NullMarked
package cn.siyu.adapter.wecomsimulator.proof;

import org.jspecify.annotations.NullMarked;
