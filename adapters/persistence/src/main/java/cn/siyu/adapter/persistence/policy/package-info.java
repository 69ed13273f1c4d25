/// The policy editions that are shipped, read from their data files.
@NullMarked
package cn.siyu.adapter.persistence.policy;

import org.jspecify.annotations.NullMarked;
