/// The whole product over real sockets: product, database, simulator.
@NullMarked
package cn.siyu.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
