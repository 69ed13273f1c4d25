package cn.siyu.adapter.persistence.embedded;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The right to write, which one thread has at a time, in the order in which they asked. The thread
/// that has it may take it again, on another connection, without waiting for itself.
final class WritersTurn {
    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;
    private volatile @Nullable Thread writer;
    private int taken;

    /// @param patience how long a writer waits for its turn before it is refused
    WritersTurn(Duration patience) {
        this.patience = patience;
    }

    /// Waits for the turn and takes it. Each taking is given back by one [#end].
    ///
    /// @throws SQLTransactionRollbackException if the turn did not come in time; nothing is written
    void begin() throws SQLException {
        if (Thread.currentThread().equals(writer)) {
            taken++;
            return;
        }
        await();
        writer = Thread.currentThread();
        taken = 1;
    }

    void end() {
        if (--taken == 0) {
            writer = null;
            turn.release();
        }
    }

    private void await() throws SQLException {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                var present = writer;
                throw new SQLTransactionRollbackException("waited " + patience.toSeconds()
                        + " s to write; the thread that writes is " + (present == null ? "gone" : present.getName()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransactionRollbackException("interrupted while waiting to write", e);
        }
    }
}
