/// Posts to moments over HTTP: plans, the posts of their accounts, what customers made of them, and
/// from whom moments are hidden.
@NullMarked
package cn.siyu.adapter.http.community;

import org.jspecify.annotations.NullMarked;
