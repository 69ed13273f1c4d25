/// Inheritances (继承), their transfers and calls, in tables.
@NullMarked
package cn.siyu.adapter.persistence.continuity;

import org.jspecify.annotations.NullMarked;
