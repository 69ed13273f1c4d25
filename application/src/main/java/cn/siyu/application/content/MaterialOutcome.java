package cn.siyu.application.content;

import cn.siyu.domain.content.ContentError;
import cn.siyu.domain.content.Material;
import java.util.List;

/// What came of a wish to save or archive a material.
public sealed interface MaterialOutcome {
    /// It is saved.
    record Saved(Material material) implements MaterialOutcome {}

    /// It can't be saved as it is written.
    ///
    /// @param errors all mistakes, in the order of the material
    record Refused(List<ContentError> errors) implements MaterialOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /// Somebody else changed it since.
    ///
    /// @param current the version it has now
    record Stale(int current) implements MaterialOutcome {}

    /// There is no such material.
    record Unknown() implements MaterialOutcome {}

    /// It is archived and can't be changed any more.
    record Archived() implements MaterialOutcome {}
}
