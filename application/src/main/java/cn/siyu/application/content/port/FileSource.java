package cn.siyu.application.content.port;

import cn.siyu.application.channel.port.MediaUploads;

/// A file that somebody keeps on the web for messages (素材文件).
///
/// @param kind as what a message carries it
/// @param name as recipients see it
/// @param address where it is fetched from, `http` or `https`
public record FileSource(MediaUploads.Kind kind, String name, String address) {}
