package cn.siyu.application.sop;

import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopNaming.Kind;
import java.util.Optional;

/// How the other side of an edge writes public ids: over HTTP with a prefix for each kind.
public interface IdForm {
    /// Reads an id of a kind; empty if it isn't one.
    Optional<PublicId> read(Kind kind, String text);

    /// Writes an id of a kind.
    String write(Kind kind, PublicId id);
}
