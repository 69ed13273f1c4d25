/// What the embedded database needs beyond SQL: on H2, whoever writes does so alone, so that each
/// piece that reaches the file is whole transactions.
@NullMarked
package cn.siyu.adapter.persistence.embedded;

import org.jspecify.annotations.NullMarked;
