/// Trust at work over HTTP: alerts about relationships that lose their trust, comparisons, and
/// calibration.
@NullMarked
package cn.siyu.adapter.http.trust;

import org.jspecify.annotations.NullMarked;
