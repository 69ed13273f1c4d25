/// Over what the brand reaches people: kinds of channel, accounts with caps and working hours,
/// platform policies, contact ways (联系我) and how new customers are spread over accounts (分流).
@NullMarked
package cn.siyu.domain.channel;

import org.jspecify.annotations.NullMarked;
