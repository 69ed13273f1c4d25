/// Personal WeChat (个人微信), the channel that people work by hand.
///
/// No program drives a personal account: the platform closes such accounts for good. This adapter
/// therefore makes no call at all. It says of itself that everything is BY_TASK, and turns what is
/// to be done ([cn.siyu.application.channel.port.Deed]) into what a person reads on the phone
/// ([cn.siyu.application.channel.port.Handout]). It knows the core, texts and collections, and
/// nothing by which a process, a socket or a screen could be reached; the build holds it to that.
@NullMarked
package cn.siyu.adapter.personal;

import org.jspecify.annotations.NullMarked;
