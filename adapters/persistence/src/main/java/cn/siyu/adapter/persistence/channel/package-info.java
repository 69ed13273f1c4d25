/// Channel accounts, contact ways, allocations and channel commands in the database.
@NullMarked
package cn.siyu.adapter.persistence.channel;

import org.jspecify.annotations.NullMarked;
