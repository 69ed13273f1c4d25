/// Faults on demand: rules that make chosen calls fail in chosen ways, and outages of the whole platform.
/// Rules are not kept over a restart.
@NullMarked
package cn.siyu.adapter.wecomsimulator.fault;

import org.jspecify.annotations.NullMarked;
