/// Policies over HTTP: what is shipped, what binds a brand, and what a brand sets differently.
@NullMarked
package cn.siyu.adapter.http.policy;

import org.jspecify.annotations.NullMarked;
