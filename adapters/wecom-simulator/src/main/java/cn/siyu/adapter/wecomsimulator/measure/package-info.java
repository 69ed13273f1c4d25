/// What a running simulator counts, for its metrics page. Counting must never slow a call down or
/// fail it.
@NullMarked
package cn.siyu.adapter.wecomsimulator.measure;

import org.jspecify.annotations.NullMarked;
