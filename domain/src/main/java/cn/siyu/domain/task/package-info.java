/// Tasks for people (待办): what a person must do by hand, with what to say, to whom, by when.
///
/// [Task] holds one with its whole life: it is open until somebody does or skips it, it expires, or
/// what it was for is over.
@NullMarked
package cn.siyu.domain.task;

import org.jspecify.annotations.NullMarked;
