package cn.siyu.adapter.wecomsimulator.world;

/// Limits of uploaded files (素材), sizes in bytes.
///
/// @param smallest a file must be larger than this
/// @param attachment largest file of upload_attachment
/// @param picture largest file of uploadimg
/// @param lifeSeconds how long a media_id is good
/// @param voiceSeconds longest voice
/// @param momentVideoSeconds longest clip of a moment
/// @param momentLongSide longest side of a moment's picture, in pixels
/// @param momentShortSide its shorter side
public record MediaLimits(
        int smallest,
        int image,
        int voice,
        int video,
        int file,
        int attachment,
        int picture,
        int lifeSeconds,
        int voiceSeconds,
        int momentVideoSeconds,
        int momentLongSide,
        int momentShortSide) {}
