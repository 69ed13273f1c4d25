/// The inbox in the database.
@NullMarked
package cn.siyu.adapter.persistence.intake;

import org.jspecify.annotations.NullMarked;
