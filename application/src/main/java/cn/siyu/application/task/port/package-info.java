/// What the core needs from outside to keep tasks. Every method takes the brand first; no call
/// crosses it.
@NullMarked
package cn.siyu.application.task.port;

import org.jspecify.annotations.NullMarked;
