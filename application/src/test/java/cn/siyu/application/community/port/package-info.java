@NullMarked
package cn.siyu.application.community.port;

import org.jspecify.annotations.NullMarked;
