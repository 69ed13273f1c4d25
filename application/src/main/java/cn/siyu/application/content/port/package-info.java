/// What the core needs from outside to keep materials.
@NullMarked
package cn.siyu.application.content.port;

import org.jspecify.annotations.NullMarked;
