/// Which channel fits a business (渠道适配), and what it takes to run it.
///
/// [ChannelFit] weighs eight facts of a business against each other and says whether it is better
/// run over WeCom by fixed programs (精准量化运营), over personal accounts by people (精细化运营),
/// or over both; [CapacityPlan] says how many accounts and people that takes.
@NullMarked
package cn.siyu.domain.channel.fit;

import org.jspecify.annotations.NullMarked;
