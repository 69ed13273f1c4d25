/// Composition: wires the core to its adapters and starts it.
@NullMarked
package cn.siyu.bootstrap;

import org.jspecify.annotations.NullMarked;
