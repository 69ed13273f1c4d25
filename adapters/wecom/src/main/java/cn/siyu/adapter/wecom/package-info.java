/// The WeCom channel (企业微信): the client of the official API, the callback endpoint, translation
/// to and from the core's words.
///
/// [WeComAdapter] is what the core sees; it holds one [WeComApp] per connection. Configured apps
/// come from [WeComAppSettings]; a sandbox brand's simulated corp is registered at run time.
/// `transport` writes a request once, `client` sorts its answer, `role` knows the single APIs,
/// `callback` opens what the platform delivers.
@NullMarked
package cn.siyu.adapter.wecom;

import org.jspecify.annotations.NullMarked;
