package cn.siyu.application.channel.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list on the far side. `next` is the opaque cursor of the following page, null at
/// the end. Far sides repeat rows over page borders, so readers must bear duplicates.
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }
}
