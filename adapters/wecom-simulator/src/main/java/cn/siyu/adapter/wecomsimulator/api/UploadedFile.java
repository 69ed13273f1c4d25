package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.media.Clip;
import cn.siyu.adapter.wecomsimulator.media.Picture;
import cn.siyu.adapter.wecomsimulator.media.Voice;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Part;
import cn.siyu.adapter.wecomsimulator.world.MediaLimits;
import cn.siyu.adapter.wecomsimulator.world.MediaRow;

/// A file that is being uploaded, looked into as the platform does: its size, its format, how long
/// it plays and how large it is on a screen.
///
/// @param type its media type
/// @param seconds how long it plays; 0 for what does not
record UploadedFile(MediaRow.Kind kind, MediaRow.Scene scene, String type, double seconds) {
    /// A file for messages: images are JPG or PNG, voices AMR of at most a minute, clips MP4.
    static UploadedFile forMessages(MediaLimits limits, MediaRow.Kind kind, Part part) {
        var most = switch (kind) {
            case IMAGE -> limits.image();
            case VOICE -> limits.voice();
            case VIDEO -> limits.video();
            case FILE -> limits.file();
        };
        checkSize(limits, part, most, Errcode.MEDIA_TOO_LARGE);
        var scene = MediaRow.Scene.MESSAGE;
        return switch (kind) {
            case IMAGE -> new UploadedFile(kind, scene, picture(part).type(), 0);
            case VOICE -> {
                var voice = Voice.read(part.bytes()).orElseThrow(Errcode.BAD_MEDIA_FORMAT::error);
                if (voice.seconds() > limits.voiceSeconds()) {
                    throw Errcode.VOICE_TOO_LONG.error();
                }
                yield new UploadedFile(kind, scene, "audio/amr", voice.seconds());
            }
            case VIDEO -> {
                var clip = Clip.read(part.bytes()).orElseThrow(Errcode.BAD_MEDIA_FORMAT::error);
                yield new UploadedFile(kind, scene, "video/mp4", clip.seconds());
            }
            case FILE -> new UploadedFile(kind, scene, "application/octet-stream", 0);
        };
    }

    /// A file for moments (images and clips only, bounded in pixels and seconds) or albums (images
    /// only).
    static UploadedFile attached(MediaLimits limits, MediaRow.Kind kind, MediaRow.Scene scene, Part part) {
        checkSize(limits, part, limits.attachment(), Errcode.ATTACHMENT_SIZE);
        var moment = scene == MediaRow.Scene.MOMENT;
        return switch (kind) {
            case IMAGE -> {
                var picture = picture(part);
                if (moment
                        && (picture.longSide() > limits.momentLongSide()
                                || picture.shortSide() > limits.momentShortSide())) {
                    throw Errcode.ATTACHMENT_RESOLUTION.error();
                }
                yield new UploadedFile(kind, scene, picture.type(), 0);
            }
            case VIDEO -> {
                if (!moment) {
                    throw Errcode.ATTACHMENT_SCENE.error();
                }
                var clip = Clip.read(part.bytes()).orElseThrow(Errcode.ATTACHMENT_FORMAT::error);
                if (clip.seconds() > limits.momentVideoSeconds()) {
                    throw Errcode.ATTACHMENT_DURATION.error();
                }
                yield new UploadedFile(kind, scene, "video/mp4", clip.seconds());
            }
            case VOICE -> throw Errcode.BAD_MEDIA_TYPE.error();
            case FILE -> throw Errcode.ATTACHMENT_SCENE.error();
        };
    }

    /// A picture for good.
    static void checkPicture(MediaLimits limits, Part part) {
        checkSize(limits, part, limits.picture(), Errcode.BAD_FILE_SIZE);
        picture(part);
    }

    private static Picture picture(Part part) {
        return Picture.read(part.bytes()).orElseThrow(Errcode.BAD_MEDIA_FORMAT::error);
    }

    private static void checkSize(MediaLimits limits, Part part, int most, Errcode tooLarge) {
        var size = part.bytes().remaining();
        if (size == 0) {
            throw Errcode.EMPTY_MEDIA.error();
        }
        if (size <= limits.smallest()) {
            throw Errcode.BAD_FILE_SIZE.error();
        }
        if (size > most) {
            throw tooLarge.error();
        }
    }
}
