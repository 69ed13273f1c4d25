/// Audience expressions (人群表达式) as SQL conditions, the same text on H2 and PostgreSQL.
///
/// [AudienceSql] translates; a [ColumnResolver] says where a field lives. Every value is a
/// parameter, and whatever is unknown in memory is NULL here, so that both select the same
/// customers.
@NullMarked
package cn.siyu.adapter.persistence.audience;

import org.jspecify.annotations.NullMarked;
