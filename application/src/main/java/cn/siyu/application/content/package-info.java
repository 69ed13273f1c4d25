/// Use cases about what is said to customers: materials (素材) are checked when they are saved,
/// tried on an example, archived.
///
/// Start with [cn.siyu.application.content.AddMaterial]. What a channel takes in one message comes
/// from [cn.siyu.application.content.MaterialLimits].
@NullMarked
package cn.siyu.application.content;

import org.jspecify.annotations.NullMarked;
