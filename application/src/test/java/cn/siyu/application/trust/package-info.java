/// Use cases about trust, over whatever ports a test brings.
@NullMarked
package cn.siyu.application.trust;

import org.jspecify.annotations.NullMarked;
