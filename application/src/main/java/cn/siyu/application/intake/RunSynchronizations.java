package cn.siyu.application.intake;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.Raced;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.SynchronizeContacts;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.intake.FarSidePages.Failure;
import cn.siyu.application.intake.SynchronizationPart.State;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Works synchronisations off, some pages at a time, so that callbacks keep their turn. While some
/// pages are written others are read; what is read is written in the order of asking. Nothing that
/// was read outlives its turn, since a callback may know better.
public final class RunSynchronizations {
    /// Accounts that are read at the same time.
    private static final int WIDTH = 3;

    /// Transactions in one turn, at most.
    private static final int TURN = 4;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_ATTEMPTS = 40;
    private static final int TRIES = 3;

    private final Synchronizations synchronizations;
    private final SynchronizationSources sources;
    private final ReconcileByItself schedule;
    private final TakeOverPages pages;
    private final UnitOfWork work;
    private final Executor readers;

    /// @param readers calls the channel, at most a few at a time; one that does it in the caller's
    ///     thread will do
    public RunSynchronizations(
            Synchronizations synchronizations,
            SynchronizationSources sources,
            ReconcileByItself schedule,
            Writing writing,
            UnitOfWork work,
            Executor readers) {
        this.synchronizations = synchronizations;
        this.sources = sources;
        this.schedule = schedule;
        this.pages = new TakeOverPages(
                writing.contacts(), writing.end(), writing.relationships(), writing.reactions(), synchronizations);
        this.work = work;
        this.readers = readers;
    }

    /// What writes down what was read.
    public record Writing(
            SynchronizeContacts contacts, EndRelationship end, Relationships relationships, Reactions reactions) {}

    /// Goes on with synchronisations, and begins those that are due by themselves.
    ///
    /// @return how many steps were done; 0 if nothing was due
    public int runDue(BrandId brand, Instant now, int atMost) {
        int begun = schedule.runDue(brand, now);
        var turn = new Turn(brand, now, Math.min(TURN, atMost));
        return begun + turn.run();
    }

    /// When the next step is due.
    public Optional<Instant> nextDueAt(BrandId brand) {
        var step = synchronizations.nextDueAt(brand);
        var begin = schedule.nextDueAt(brand);
        return Stream.of(step, begin).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /// A part whose pages are being read.
    private record Reading(
            SynchronizationPart part, SynchronizationSources.Found source, CompletableFuture<FarSidePages> pages) {}

    /// One turn.
    private final class Turn {
        private final BrandId brand;
        private final Instant now;
        private final int most;
        private final SynchronizationSources.Round round;
        private final Deque<Reading> reading = new ArrayDeque<>();
        private int begun;

        Turn(BrandId brand, Instant now, int most) {
            this.brand = brand;
            this.now = now;
            this.most = most;
            this.round = sources.round(brand, now);
        }

        int run() {
            var due = new ArrayDeque<>(synchronizations.due(brand, now, most));
            while (!due.isEmpty() || !reading.isEmpty()) {
                while (reading.size() < WIDTH && begun < most && !due.isEmpty()) {
                    begin(due.remove());
                }
                if (reading.isEmpty()) {
                    return begun;
                }
                goOn(reading.remove());
            }
            return begun;
        }

        private void begin(SynchronizationPart part) {
            begun++;
            switch (round.of(part)) {
                case SynchronizationSources.Found found -> read(part, found);
                case SynchronizationSources.Missing(var failure) -> failed(part, failure);
            }
        }

        private void read(SynchronizationPart part, SynchronizationSources.Found found) {
            boolean compare = part.state() == State.COMPARING;
            var connection = found.source().connection();
            var account = found.source().account();
            var coming = CompletableFuture.supplyAsync(
                    () -> FarSidePages.read(connection, account, compare, part.cursor(), now), readers);
            reading.add(new Reading(part, found, coming));
        }

        /// The next pages of an account are read while the last ones are written.
        private void goOn(Reading one) {
            var read = awaited(one);
            boolean more = read.next() != null && read.failure() == null && begun < most;
            var part = one.part();
            if (more) {
                begun++;
                var next = part.at(State.READING, read.next(), SynchronizationPart.Count.NONE, now);
                read(next, one.source());
            }
            var written = write(one, read);
            if (more) {
                follow(written);
            }
        }

        /// A reading that broke is tried again later, when others have gone on; whoever runs us
        /// writes down what broke.
        private FarSidePages awaited(Reading one) {
            try {
                return one.pages().join();
            } catch (CompletionException broken) {
                var cause = broken.getCause() == null ? broken : broken.getCause();
                postponed(
                        one.part(), "it could not be read: " + cause.getClass().getSimpleName());
                throw broken;
            }
        }

        /// What is being read belongs to the part as it was written; nothing is left to write if
        /// that failed.
        private void follow(Optional<SynchronizationPart> written) {
            var last = reading.removeLast();
            written.filter(SynchronizationPart::open)
                    .ifPresent(part -> reading.add(new Reading(part, last.source(), last.pages())));
        }

        private Optional<SynchronizationPart> write(Reading one, FarSidePages read) {
            for (int time = 1; ; time++) {
                try {
                    return Optional.of(work.inTransaction(() -> written(one, read)));
                } catch (Raced | AlreadyExists | StaleAggregate raced) {
                    if (time == TRIES) {
                        postponed(one.part(), "somebody else changed the same customers: " + raced.getMessage());
                        return Optional.empty();
                    }
                } catch (RuntimeException broken) {
                    // others go on before it is tried again; whoever runs us writes down what broke
                    postponed(
                            one.part(),
                            "it could not be written down: " + broken.getClass().getSimpleName());
                    throw broken;
                }
            }
        }

        private SynchronizationPart written(Reading one, FarSidePages read) {
            var failure = read.failure();
            var part =
                    further(one.part(), read) ? pages.take(one.source().source(), one.part(), read, now) : one.part();
            if (failure != null) {
                part = after(part, failure);
                synchronizations.replace(brand, part);
            }
            if (!part.open()) {
                conclude(part);
            }
            return part;
        }

        /// Whether anything was read, be it an empty page, so that failures before it do not count
        /// any more.
        private static boolean further(SynchronizationPart part, FarSidePages read) {
            return !read.rows().isEmpty()
                    || read.ids().isPresent()
                    || (read.next() != null && !read.next().equals(part.cursor()))
                    || (read.complete() && part.state() == State.READING);
        }

        private void failed(SynchronizationPart part, Failure failure) {
            work.run(() -> {
                var after = after(part, failure);
                synchronizations.replace(brand, after);
                if (!after.open()) {
                    conclude(after);
                }
            });
        }

        /// Unless it was cancelled meanwhile.
        private void postponed(SynchronizationPart part, String problem) {
            var stored = synchronizations.part(brand, part.synchronization(), part.account());
            if (stored.isPresent() && stored.get().open() && stored.get().version() == part.version()) {
                failed(part, new Failure(false, true, null, problem));
            }
        }

        private SynchronizationPart after(SynchronizationPart part, Failure failure) {
            if (part.attempts() >= MOST_ATTEMPTS) {
                return part.failed(failure.problem());
            }
            if (failure.stale()) {
                return part.anew(now.plus(pause(part)), failure.problem());
            }
            if (!failure.passing()) {
                return part.failed(failure.problem());
            }
            var pause = pause(part);
            var asked = failure.retryAfter();
            return part.postponed(
                    now.plus(asked == null || asked.compareTo(pause) < 0 ? pause : asked), failure.problem());
        }

        /// The synchronisation ends with its last part.
        private void conclude(SynchronizationPart part) {
            var id = part.synchronization();
            var progress = synchronizations.progress(brand, List.of(id)).get(id);
            if (progress == null || progress.done() + progress.failed() < progress.accounts()) {
                return;
            }
            if (progress.failed() == 0) {
                synchronizations.end(brand, id, Synchronization.State.SUCCEEDED, null, now);
            } else {
                var state =
                        progress.done() == 0 ? Synchronization.State.FAILED : Synchronization.State.PARTLY_SUCCEEDED;
                synchronizations.end(brand, id, state, progress.failed() + " accounts could not be read", now);
            }
        }
    }

    private static Duration pause(SynchronizationPart part) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(part.attempts(), MOST_DOUBLINGS));
    }
}
