@NullMarked
package cn.siyu.application.task.port;

import org.jspecify.annotations.NullMarked;
