/// Inheritances over HTTP: customers and groups go to colleagues.
@NullMarked
package cn.siyu.adapter.http.continuity;

import org.jspecify.annotations.NullMarked;
