/// Use cases about facts from outside, over whatever ports a test brings.
@NullMarked
package cn.siyu.application.insight;

import org.jspecify.annotations.NullMarked;
