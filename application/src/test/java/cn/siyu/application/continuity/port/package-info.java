/// The ports of inheritance (继承) in memory, and what every adapter of them does.
@NullMarked
package cn.siyu.application.continuity.port;

import org.jspecify.annotations.NullMarked;
