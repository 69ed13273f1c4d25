/// Use cases about customers, over ports in memory.
@NullMarked
package cn.siyu.application.customer;

import org.jspecify.annotations.NullMarked;
