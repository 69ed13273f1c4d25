package cn.siyu.application.task.port;

import cn.siyu.application.task.port.Tasks.Expiry;
import cn.siyu.domain.brand.BrandId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far open tasks have been looked through since a persona (人设) of their brand changed.
public interface ScriptChecks {
    /// Where it stands; empty if no persona ever changed.
    Optional<Check> find(BrandId brand);

    /// A persona has changed: everything is to be looked through, from the beginning.
    void begin(BrandId brand, Instant since);

    /// Keeps how far it has come.
    ///
    /// @param before what is there
    /// @return false if something else is there: somebody was faster, or another persona has
    ///     changed
    boolean save(BrandId brand, Check before, Check next);

    /// Looking through all open tasks.
    ///
    /// @param number counts how often it was begun
    /// @param since when a persona changed last
    /// @param after up to where it was done; null: nothing yet
    /// @param over whether all was
    record Check(int number, Instant since, @Nullable Expiry after, boolean over) {}
}
