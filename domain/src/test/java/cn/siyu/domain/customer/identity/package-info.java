@NullMarked
package cn.siyu.domain.customer.identity;

import org.jspecify.annotations.NullMarked;
