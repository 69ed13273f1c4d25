/// What the core needs from outside for posts to moments. Every method takes the brand first; no
/// call crosses it.
@NullMarked
package cn.siyu.application.community.port;

import org.jspecify.annotations.NullMarked;
