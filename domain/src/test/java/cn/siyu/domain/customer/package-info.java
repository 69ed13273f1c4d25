/// Tests of what relationships follow from what channels tell.
@NullMarked
package cn.siyu.domain.customer;

import org.jspecify.annotations.NullMarked;
