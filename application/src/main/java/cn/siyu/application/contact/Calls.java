package cn.siyu.application.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Runs calls to channels: one after the other where a run must be repeatable, several at once
/// where it need not.
final class Calls {
    private Calls() {}

    /// Calls once for each piece of work and returns when all are over. If calls throw, the first
    /// exception is thrown when all are over.
    static <T> void each(List<T> work, int atOnce, Consumer<T> call) {
        if (atOnce <= 1 || work.size() <= 1) {
            work.forEach(call);
            return;
        }
        var places = new Semaphore(atOnce);
        List<Future<?>> running = new ArrayList<>(work.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T piece : work) {
                running.add(threads.submit(() -> inPlace(places, () -> call.accept(piece))));
            }
        }
        running.forEach(Calls::rethrow);
    }

    private static void inPlace(Semaphore places, Runnable call) {
        places.acquireUninterruptibly();
        try {
            call.run();
        } finally {
            places.release();
        }
    }

    private static void rethrow(Future<?> over) {
        try {
            over.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", e);
        }
    }
}
