/// Head office templates (总部模板): what stores may change in a version of an SOP, and what they
/// did change.
///
/// [cn.siyu.domain.sop.template.TemplateBounds] is head office's word,
/// [cn.siyu.domain.sop.template.StoreVariant] a department's, and
/// [cn.siyu.domain.sop.template.StoreTemplate] lays them over each other for one store: head office
/// first, then each department on the way down the tree. A definition itself never changes.
@NullMarked
package cn.siyu.domain.sop.template;

import org.jspecify.annotations.NullMarked;
