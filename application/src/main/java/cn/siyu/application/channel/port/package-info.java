/// The outbound side of every channel (渠道): what the core may ask of WeCom (企业微信) or any
/// other channel, in the core's words.
///
/// Start with [ChannelAdapter]: it describes itself once ([ChannelDescriptor]) and hands out one
/// [ChannelConnection] per brand connection, from which the roles come ([MassMessages], [Welcomes],
/// [ContactDirectory], ...). The core plans by [Capability], never by a channel's name. Every call
/// is made once and ends in one of the three outcomes of [Answer]. Ids of the far side (staff,
/// contacts, tags, tasks) are opaque strings here; our own ids travel along for the logs only.
/// Nothing in here knows HTTP, JSON, tokens or error codes.
@NullMarked
package cn.siyu.application.channel.port;

import org.jspecify.annotations.NullMarked;
