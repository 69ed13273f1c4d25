/// Tests of inheritance (继承) over ports in memory.
@NullMarked
package cn.siyu.application.continuity;

import org.jspecify.annotations.NullMarked;
