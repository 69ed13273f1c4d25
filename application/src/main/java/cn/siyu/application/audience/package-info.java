/// What clients may ask about customers by an expression (人群), whatever they ask it for.
@NullMarked
package cn.siyu.application.audience;

import org.jspecify.annotations.NullMarked;
