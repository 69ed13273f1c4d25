/// Brands, departments, staff and keys in the database.
@NullMarked
package cn.siyu.adapter.persistence.brand;

import org.jspecify.annotations.NullMarked;
