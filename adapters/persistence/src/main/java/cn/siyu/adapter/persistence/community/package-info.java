/// Moments plans and posts (朋友圈) in tables.
@NullMarked
package cn.siyu.adapter.persistence.community;

import org.jspecify.annotations.NullMarked;
