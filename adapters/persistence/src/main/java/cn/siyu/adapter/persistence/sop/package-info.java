/// SOPs, their versions, enrolments and waves in the database; audiences asked of the whole
/// customer base.
@NullMarked
package cn.siyu.adapter.persistence.sop;

import org.jspecify.annotations.NullMarked;
