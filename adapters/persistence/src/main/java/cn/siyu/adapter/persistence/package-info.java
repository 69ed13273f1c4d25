/// Outbound ports on H2 and PostgreSQL.
@NullMarked
package cn.siyu.adapter.persistence;

import org.jspecify.annotations.NullMarked;
