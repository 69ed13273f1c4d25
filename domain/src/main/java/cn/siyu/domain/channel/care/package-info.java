/// Care of accounts that people work by hand (账号养护): how much an account may do a day at its
/// age, how it cools down after a warning of the platform, and how many accounts one person can
/// work well.
///
/// Start with [AccountCare], the policy, and [AccountRecord], what is known of one account;
/// together they give a [Pace].
@NullMarked
package cn.siyu.domain.channel.care;

import org.jspecify.annotations.NullMarked;
