/// The example brands of the sandbox, as data: who serves, what is sold, which codes hang where,
/// what is said when, and how customers take it. A new one is a class with one constant and a line
/// in [cn.siyu.bootstrap.sandbox.story.Stories].
@NullMarked
package cn.siyu.bootstrap.sandbox.story;

import org.jspecify.annotations.NullMarked;
