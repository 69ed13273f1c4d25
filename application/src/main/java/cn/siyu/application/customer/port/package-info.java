/// What the core needs from outside to keep customers. Every method takes the brand first; no call
/// crosses it.
@NullMarked
package cn.siyu.application.customer.port;

import org.jspecify.annotations.NullMarked;
