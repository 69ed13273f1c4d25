/// Tests of the use cases of brands, and what they share.
@NullMarked
package cn.siyu.application.brand;

import org.jspecify.annotations.NullMarked;
