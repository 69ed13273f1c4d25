/// Tasks for people (待办): a staff member's key sees and ends its own. A task ends once; who says
/// so a second time is told how it ended.
@NullMarked
package cn.siyu.adapter.http.task;

import org.jspecify.annotations.NullMarked;
