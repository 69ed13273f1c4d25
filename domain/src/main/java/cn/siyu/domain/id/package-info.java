/// What every other package names things with: public ids and the caller's own keys.
///
/// Inside, a thing is a number that is unique in its brand; outside it is a UUID version 7 that its
/// client sees with a prefix. The prefixes themselves belong to the HTTP adapter.
@NullMarked
package cn.siyu.domain.id;

import org.jspecify.annotations.NullMarked;
