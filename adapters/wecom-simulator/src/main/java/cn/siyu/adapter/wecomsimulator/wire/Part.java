package cn.siyu.adapter.wecomsimulator.wire;

import java.nio.ByteBuffer;

/// One part of a form with files (multipart/form-data).
///
/// @param name the field's name
/// @param fileName `""` when it names none
/// @param bytes its content, never changed
public record Part(String name, String fileName, ByteBuffer bytes) {}
