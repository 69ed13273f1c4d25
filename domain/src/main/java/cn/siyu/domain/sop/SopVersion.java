package cn.siyu.domain.sop;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of an SOP. A draft may be rewritten; once published it never changes, and whoever is
/// in it finishes in it.
///
/// @param number 1, 2, 3 … in its SOP
/// @param publishedAt null while it is a draft
/// @param version counts changes of this row
public record SopVersion(
        SopVersionId id,
        PublicId publicId,
        SopId sop,
        int number,
        SopDefinition definition,
        @Nullable Instant publishedAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    public SopVersion {
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1");
        }
    }

    /// Whether it is published.
    public boolean published() {
        return publishedAt != null;
    }

    /// With another definition.
    ///
    /// @throws IllegalStateException if it is published
    public SopVersion rewritten(SopDefinition other, Instant now) {
        return changed(other, null, now);
    }

    /// Published: it never changes again.
    ///
    /// @throws IllegalStateException if it is published
    public SopVersion publishedAt(Instant now) {
        return changed(definition, now, now);
    }

    private SopVersion changed(SopDefinition to, @Nullable Instant published, Instant now) {
        if (published()) {
            throw new IllegalStateException("version " + number + " is published and never changes");
        }
        return new SopVersion(id, publicId, sop, number, to, published, version + 1, createdAt, now);
    }
}
