/// Contact, tried over ports in memory and a channel that fails on demand.
@NullMarked
package cn.siyu.application.contact;

import org.jspecify.annotations.NullMarked;
