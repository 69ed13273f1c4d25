/// Tests of the use cases of content.
@NullMarked
package cn.siyu.application.content;

import org.jspecify.annotations.NullMarked;
