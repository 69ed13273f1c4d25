/// Contact ways and channel accounts over HTTP, and the public links by which customers come
/// (`/l/{code}`).
@NullMarked
package cn.siyu.adapter.http.channel;

import org.jspecify.annotations.NullMarked;
