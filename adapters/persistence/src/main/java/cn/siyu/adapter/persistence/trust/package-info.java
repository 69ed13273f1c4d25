/// Evidence, its sums and the projections of trust in tables.
@NullMarked
package cn.siyu.adapter.persistence.trust;

import org.jspecify.annotations.NullMarked;
