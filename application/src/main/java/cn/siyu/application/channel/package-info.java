/// Use cases and inbound doors about channels (渠道): accounts, contact ways, the inbox of
/// callbacks. The outbound side is in the package `port`.
@NullMarked
package cn.siyu.application.channel;

import org.jspecify.annotations.NullMarked;
