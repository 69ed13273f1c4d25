package cn.siyu.domain.content;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;

/// A material (素材): a message that can be sent again and again, with variables.
///
/// @param name what operators call it, 1 to 100 characters
/// @param archived no longer to be used, but still readable, since sends refer to it
public record Material(
        MaterialId id,
        PublicId publicId,
        String name,
        MaterialContent content,
        boolean archived,
        int version,
        Instant createdAt,
        Instant updatedAt) {}
