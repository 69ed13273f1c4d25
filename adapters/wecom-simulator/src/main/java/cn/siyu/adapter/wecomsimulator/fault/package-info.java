/// Faults on demand: rules that make chosen calls fail in chosen ways, and outages of the whole
/// platform. Rules survive a restart, each as far as it has come; outages do not.
@NullMarked
package cn.siyu.adapter.wecomsimulator.fault;

import org.jspecify.annotations.NullMarked;
