/// Tasks for people (待办): made by steps of SOPs, done, skipped or expired.
///
/// A task ends once, whoever asks how often. Who is bound to a staff member sees and ends that
/// member's tasks only. What follows from a finished task is told to a
/// [cn.siyu.application.task.TaskWitness].
@NullMarked
package cn.siyu.application.task;

import org.jspecify.annotations.NullMarked;
