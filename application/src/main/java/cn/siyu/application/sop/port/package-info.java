/// What the core needs from outside to run SOPs. Every method takes the brand first; no call
/// crosses it.
@NullMarked
package cn.siyu.application.sop.port;

import org.jspecify.annotations.NullMarked;
