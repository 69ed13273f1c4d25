/// Tests of fetching.
@NullMarked
package cn.siyu.adapter.web;

import org.jspecify.annotations.NullMarked;
