package cn.siyu.application.customer;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Lifecycles.Round;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads everybody's stage anew when another lifecycle policy comes into force (生命周期政策生效):
/// a shipped edition on its day, or the brand's own settings. Otherwise a customer about whom
/// nothing new is heard would stand by the old rules, and be due by them, for ever.
///
/// In chunks of people, each with a transaction of its own that also remembers how far it has come:
/// killed in between, it goes on there. What changes is no move of the customer, and is not noted
/// as one.
public final class RereadStages {
    private static final int CHUNK = 500;

    private final UnitOfWork work;
    private final Lifecycles lifecycles;
    private final ReviseStage revise;
    private final Editions editions;

    public RereadStages(UnitOfWork work, Lifecycles lifecycles, ReviseStage revise, Editions editions) {
        this.work = work;
        this.lifecycles = lifecycles;
        this.revise = revise;
        this.editions = editions;
    }

    /// Which lifecycle policy holds when.
    public interface Editions {
        /// The name of what holds at a moment, the brand's own settings included.
        String inForce(BrandId brand, Instant at);

        /// When something else comes into force after a moment; empty if nothing is known of.
        Optional<Instant> nextAfter(BrandId brand, Instant at);
    }

    /// Reads some people anew if the policy has changed.
    ///
    /// @param atMost how many people at most, but at least a chunk
    /// @return how many pieces of work were done; 0 if the policy is the same
    public int runDue(BrandId brand, Instant now, int atMost) {
        if (nextDueAt(brand).filter(due -> !due.isAfter(now)).isEmpty()) {
            return 0;
        }
        @Nullable Round before = lifecycles.round(brand).orElse(null);
        String edition = editions.inForce(brand, now);
        var round = before == null || !before.policyEdition().equals(edition)
                ? new Round(edition, now, 0, false)
                : new Round(edition, now, before.after(), before.over());
        int done = 0;
        do {
            var next = read(brand, before, round, now);
            if (next.isEmpty()) {
                return done; // another node goes on
            }
            done += CHUNK;
            before = next.get();
            round = next.get();
        } while (!round.over() && done < atMost);
        return done;
    }

    /// When there is something to do next: at once while a round is under way, or the brand has
    /// other settings than it had; else when the next edition begins.
    public Optional<Instant> nextDueAt(BrandId brand) {
        var known = lifecycles.round(brand);
        if (known.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        var round = known.get();
        boolean same = editions.inForce(brand, round.asOf()).equals(round.policyEdition());
        return round.over() && same ? editions.nextAfter(brand, round.asOf()) : Optional.of(round.asOf());
    }

    /// One chunk; empty if somebody else was faster.
    private Optional<Round> read(BrandId brand, @Nullable Round before, Round round, Instant now) {
        return work.inTransaction(() -> {
            var people = round.over() ? List.<CustomerId>of() : lifecycles.people(brand, round.after(), CHUNK);
            var next = new Round(
                    round.policyEdition(),
                    round.asOf(),
                    people.isEmpty() ? round.after() : people.getLast().value(),
                    people.size() < CHUNK);
            if (!lifecycles.save(brand, before, next)) {
                return Optional.empty();
            }
            revise.reread(brand, people, now);
            return Optional.of(next);
        });
    }
}
