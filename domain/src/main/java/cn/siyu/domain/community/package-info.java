/// What accounts show to many customers at once (社群与朋友圈): posts to moments.
///
/// [MomentPlan] says what is to be posted by which accounts, when and to whom; [MomentPost] is the
/// post of one account with its whole life, from the plan to the likes. A post leaves at most once:
/// its call is written down before it is made, and what then became of it is known, or shown as
/// unknown and never repeated.
@NullMarked
package cn.siyu.domain.community;

import org.jspecify.annotations.NullMarked;
