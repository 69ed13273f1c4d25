/// Materials over HTTP.
@NullMarked
package cn.siyu.adapter.http.content;

import org.jspecify.annotations.NullMarked;
