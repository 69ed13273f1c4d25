package cn.siyu.domain.customer;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tag (标签) of the brand, in a group; the same two names as on the channel.
///
/// @param group the name of the tag's group, 1 to 30 characters
/// @param name 1 to 30 characters
/// @param channelRef the id the channel gave it; null until it is known there
public record Tag(
        TagId id,
        PublicId publicId,
        String group,
        String name,
        @Nullable String channelRef,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    private static final int MOST = 30;

    public Tag {
        if (group.isBlank() || group.length() > MOST || name.isBlank() || name.length() > MOST) {
            throw new IllegalArgumentException("a tag's group and name have 1 to 30 characters each");
        }
    }
}
