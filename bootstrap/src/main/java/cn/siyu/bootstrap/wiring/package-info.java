/// How the core is put together: one factory per capability calls the constructors of its use
/// cases. Nothing here decides anything; to see what a use case is made of, click through.
@NullMarked
package cn.siyu.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
