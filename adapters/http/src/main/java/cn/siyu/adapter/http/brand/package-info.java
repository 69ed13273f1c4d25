/// Brands, departments, staff and API keys over HTTP.
@NullMarked
package cn.siyu.adapter.http.brand;

import org.jspecify.annotations.NullMarked;
