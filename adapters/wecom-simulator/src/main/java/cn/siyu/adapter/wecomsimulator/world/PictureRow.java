package cn.siyu.adapter.wecomsimulator.world;

/// A picture for good (`uploadimg`): only its address is of use, because the platform's image host
/// is not simulated.
public record PictureRow(String url, int sequence, long at) implements Row {}
