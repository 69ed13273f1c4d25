/// What a file's own bytes say about it: the size of a picture, the length of a clip or a voice.
/// The platform looks into uploads, so the simulator does; nothing here knows the platform.
@NullMarked
package cn.siyu.adapter.wecomsimulator.media;

import org.jspecify.annotations.NullMarked;
