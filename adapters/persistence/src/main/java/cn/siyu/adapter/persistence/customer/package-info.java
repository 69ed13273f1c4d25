/// Customers, their identities, relationships, tags and wishes in tables.
@NullMarked
package cn.siyu.adapter.persistence.customer;

import org.jspecify.annotations.NullMarked;
