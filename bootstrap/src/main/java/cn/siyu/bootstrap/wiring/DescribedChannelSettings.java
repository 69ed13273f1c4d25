package cn.siyu.bootstrap.wiring;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;

/// One channel that is added by data: `siyu.channels.<name>.file`.
///
/// @param name what the setting is called; the channel's own name is in the file
/// @param file where its description is
@EachProperty("siyu.channels")
record DescribedChannelSettings(@Parameter String name, String file) {}
