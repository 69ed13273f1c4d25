@NullMarked
package cn.siyu.application.community;

import org.jspecify.annotations.NullMarked;
