/// Tests of the channel that people work by hand.
@NullMarked
package cn.siyu.adapter.personal;

import org.jspecify.annotations.NullMarked;
