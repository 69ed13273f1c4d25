/// Advances of sandbox clocks in the database.
@NullMarked
package cn.siyu.adapter.persistence.engine;

import org.jspecify.annotations.NullMarked;
