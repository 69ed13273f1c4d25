/// SOPs (标准作业程序): how they are defined, how customers come in, move on, and leave.
///
/// [cn.siyu.application.sop.AdvanceEnrolments] is the engine: it takes what is due in chunks and
/// carries out one step of each enrolment; nothing but the next step is ever stored. What a send
/// comes to is decided by [cn.siyu.application.contact.PlanSends]; tasks are ordered through
/// [cn.siyu.application.sop.StepTasks]. The idea is told in `docs/explanation/sops.md`.
@NullMarked
package cn.siyu.application.sop;

import org.jspecify.annotations.NullMarked;
