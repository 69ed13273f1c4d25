/// SOPs (标准作业程序): programs of timed steps for one audience, in versions, and the customers in
/// them.
///
/// Start with [SopDefinition], which is a version's content and never changes once published; with
/// [DefinitionReader], which makes one out of what people write or says everything that is wrong
/// with it; and with [Enrolment] and [Journey], which say where a customer is and what comes next.
/// Only the next step of an enrolment exists anywhere. Nothing here knows how a contact is decided
/// or sent.
@NullMarked
package cn.siyu.domain.sop;

import org.jspecify.annotations.NullMarked;
