package cn.siyu.domain.sop;

import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An SOP (标准作业程序): what stays the same over its versions.
///
/// @param name how people call it, 1 to 100 characters
/// @param activeVersion the published version that new customers are put in; null before the first
///     one
/// @param lookAt when the audience is looked at next; null if the engine doesn't do so by itself
/// @param version counts changes of this row
public record Sop(
        SopId id,
        PublicId publicId,
        String name,
        State state,
        @Nullable SopVersionId activeVersion,
        @Nullable Instant lookAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {
    private static final int MOST = 100;

    /// Whether it runs.
    public enum State {
        /// Takes nobody in; who is in goes on to the end.
        INACTIVE,
        /// Takes customers in.
        ACTIVE,
        /// Takes nobody in, and nobody in it moves on.
        PAUSED
    }

    public Sop {
        if (name.isBlank() || name.length() > MOST) {
            throw new IllegalArgumentException("an SOP's name has 1 to 100 characters");
        }
        if (state == State.ACTIVE && activeVersion == null) {
            throw new IllegalArgumentException("an active SOP has an active version");
        }
    }

    /// A new one without versions.
    public static Sop begun(SopId id, PublicId publicId, String name, Instant now) {
        return new Sop(id, publicId, name, State.INACTIVE, null, null, 1, now, now);
    }

    /// Takes customers in, into that published version; who is in an older version stays in it.
    ///
    /// @param looksByItself whether the engine looks for the audience by itself, at once for the
    ///     first time
    public Sop activated(SopVersionId published, boolean looksByItself, Instant now) {
        return changed(name, State.ACTIVE, published, looksByItself ? now : null, now);
    }

    /// Takes nobody in any more.
    public Sop deactivated(Instant now) {
        return changed(name, State.INACTIVE, activeVersion, null, now);
    }

    /// Stands still.
    public Sop paused(Instant now) {
        return changed(name, State.PAUSED, activeVersion, null, now);
    }

    /// By another name.
    public Sop renamed(String newName, Instant now) {
        return changed(newName, state, activeVersion, lookAt, now);
    }

    /// Its audience was looked at.
    ///
    /// @param next when it is looked at again; null if never
    public Sop looked(@Nullable Instant next, Instant now) {
        return changed(name, state, activeVersion, next, now);
    }

    private Sop changed(String newName, State to, @Nullable SopVersionId active, @Nullable Instant look, Instant now) {
        return new Sop(id, publicId, newName, to, active, look, version + 1, createdAt, now);
    }
}
