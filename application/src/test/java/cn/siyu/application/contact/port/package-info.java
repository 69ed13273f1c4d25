/// The contact ports in memory, and what every implementation of them does.
@NullMarked
package cn.siyu.application.contact.port;

import org.jspecify.annotations.NullMarked;
