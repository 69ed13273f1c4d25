/// The product's HTTP API.
@NullMarked
package cn.siyu.adapter.http;

import org.jspecify.annotations.NullMarked;
