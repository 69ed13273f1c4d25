/// Graduation's ports in memory, and what every implementation of them does.
@NullMarked
package cn.siyu.application.graduation.port;

import org.jspecify.annotations.NullMarked;
