/// The sandbox brand that a development start brings up: a coffee chain with stores, staff, contact
/// ways and two SOPs, and its simulated corp with the people in it.
@NullMarked
package cn.siyu.bootstrap.sandbox;

import org.jspecify.annotations.NullMarked;
