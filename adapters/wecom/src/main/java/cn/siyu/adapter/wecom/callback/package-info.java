/// What WeCom tells us (回调): checking, opening and reading its callbacks.
///
/// [WeComCallbackController] is the endpoint: signature, decryption, the corp's name inside, then
/// the inbox, then the answer; all work comes later. [CallbackCrypto] is the platform's scheme,
/// written from its specification and not shared with the simulator, so that a mistake cannot hide
/// on both sides. [FlatXml] reads the little XML there is, without DTDs and within bounds.
/// [WeComEvents] turns a stored payload into the core's words.
@NullMarked
package cn.siyu.adapter.wecom.callback;

import org.jspecify.annotations.NullMarked;
