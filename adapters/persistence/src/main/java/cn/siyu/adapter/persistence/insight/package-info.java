/// Facts about customers and what came of contacts, in tables.
@NullMarked
package cn.siyu.adapter.persistence.insight;

import org.jspecify.annotations.NullMarked;
