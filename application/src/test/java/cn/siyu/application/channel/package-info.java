/// Tests of the use cases of channels, and what they share.
@NullMarked
package cn.siyu.application.channel;

import org.jspecify.annotations.NullMarked;
