/// Synchronisations with a channel over HTTP.
@NullMarked
package cn.siyu.adapter.http.intake;

import org.jspecify.annotations.NullMarked;
