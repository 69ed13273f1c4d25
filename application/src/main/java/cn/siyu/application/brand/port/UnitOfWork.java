package cn.siyu.application.brand.port;

import java.util.function.Supplier;

/// One transaction over all repositories: either everything that was written inside is kept, or
/// nothing.
///
/// No call to another system is made inside one. A unit inside another joins it.
public interface UnitOfWork {
    /// Runs the work; commits when it returns, rolls back when it throws and passes the exception
    /// on.
    <T> T inTransaction(Supplier<T> work);

    /// As [#inTransaction], for work without an answer.
    default void run(Runnable work) {
        inTransaction(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
