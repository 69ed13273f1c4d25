/// What the use cases of inheritance need from outside.
@NullMarked
package cn.siyu.application.continuity.port;

import org.jspecify.annotations.NullMarked;
