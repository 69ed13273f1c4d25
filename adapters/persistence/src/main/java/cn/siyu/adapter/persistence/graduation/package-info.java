/// Leading customers to other accounts (迁移) in the database: who fits, programs, candidates.
@NullMarked
package cn.siyu.adapter.persistence.graduation;

import org.jspecify.annotations.NullMarked;
