/// The clock of sandboxes over HTTP.
@NullMarked
package cn.siyu.adapter.http.engine;

import org.jspecify.annotations.NullMarked;
