/// Materials in the database.
@NullMarked
package cn.siyu.adapter.persistence.content;

import org.jspecify.annotations.NullMarked;
