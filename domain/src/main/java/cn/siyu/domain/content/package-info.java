/// What is said to customers: materials (素材) with typed variables, and the message that comes out
/// for one customer.
///
/// Start with [MaterialCheck], which turns a draft into a [MaterialContent] or says everything that
/// is wrong with it, and with [MaterialContent#render]. A material is checked when it is saved, so
/// that a misspelt variable never reaches a customer. Nothing here knows a channel: how long a text
/// may be comes in as [ContentLimits].
@NullMarked
package cn.siyu.domain.content;

import org.jspecify.annotations.NullMarked;
