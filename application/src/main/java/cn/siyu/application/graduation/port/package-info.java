/// What the core needs from outside to lead customers to other accounts. Every method takes the
/// brand first.
@NullMarked
package cn.siyu.application.graduation.port;

import org.jspecify.annotations.NullMarked;
