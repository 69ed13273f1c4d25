/// Tasks in the database.
@NullMarked
package cn.siyu.adapter.persistence.task;

import org.jspecify.annotations.NullMarked;
