/// Records of advances of a sandbox's clock.
@NullMarked
package cn.siyu.application.engine.port;

import org.jspecify.annotations.NullMarked;
