/// What the simulated platform tells an app by itself: callbacks (回调), signed, encrypted and
/// posted by the platform's rules.
///
/// An event becomes one [cn.siyu.adapter.wecomsimulator.world.PostRow] per app that is configured
/// to hear of it, inside the change that caused it; [CallbackDelivery] sends them afterwards. The
/// cryptography is written here from the specification and shares nothing with any client, so that
/// two sides cannot share a mistake. Changes made through the API raise no event.
@NullMarked
package cn.siyu.adapter.wecomsimulator.callback;

import org.jspecify.annotations.NullMarked;
