@NullMarked
package cn.siyu.application.task;

import org.jspecify.annotations.NullMarked;
