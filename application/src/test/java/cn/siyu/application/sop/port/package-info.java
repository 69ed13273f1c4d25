@NullMarked
package cn.siyu.application.sop.port;

import org.jspecify.annotations.NullMarked;
