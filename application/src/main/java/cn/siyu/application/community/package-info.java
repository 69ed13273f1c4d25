/// Posts to moments (朋友圈) as use cases: planned for many accounts, posted by the platform's own
/// means or by a person's task, followed to their likes and comments.
///
/// Begin with [PlanMoment]; [PublishMoments] works off what is due.
@NullMarked
package cn.siyu.application.community;

import org.jspecify.annotations.NullMarked;
