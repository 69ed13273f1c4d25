/// The brand (品牌): the tenant, its clock, its departments, stores and staff. Everything belongs
/// to exactly one brand.
@NullMarked
package cn.siyu.domain.brand;

import org.jspecify.annotations.NullMarked;
