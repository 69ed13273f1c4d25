package cn.siyu.adapter.persistence.audience;

import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Field;

/// Knows the tables: the other half of [AudienceSql]. For customers it switches over
/// [cn.siyu.domain.audience.CustomerField] without a default, so that a new field doesn't compile
/// until it has a column.
@FunctionalInterface
public interface ColumnResolver {
    /// Where the field lives.
    ///
    /// @param asOf for what is computed relative to now
    FieldColumn column(Field field, AsOf asOf);
}
