package cn.siyu.application.continuity;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.continuity.PlanInheritance.Line;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.InheritanceId;
import cn.siyu.domain.continuity.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds the groups of orders that want all of them: the channel knows them, and it is asked
/// outside any transaction.
public final class PrepareInheritances {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Inheritances inheritances;
    private final TransferBook book;
    private final PlanInheritance plan;
    private final FinishInheritance finish;
    private final UnitOfWork work;
    private final IdSource ids;

    public PrepareInheritances(
            Inheritances inheritances, TransferBook book, PlanInheritance plan, UnitOfWork work, IdSource ids) {
        this.inheritances = inheritances;
        this.book = book;
        this.plan = plan;
        this.finish = new FinishInheritance(inheritances, book);
        this.work = work;
        this.ids = ids;
    }

    int runDue(BrandId brand, Instant now, int atMost) {
        var due = inheritances.preparing(brand, now, atMost);
        due.forEach(one -> prepare(brand, one, now));
        return due.size();
    }

    private void prepare(BrandId brand, Inheritance order, Instant now) {
        var takers = inheritances.takers(brand, order.id());
        var wish = new PlanInheritance.Wish(order.from(), order.rule(), takers, Set.of(), null);
        var found = plan.groups(brand, wish, now);
        try {
            work.run(() -> {
                if (found.isEmpty()) {
                    inheritances.replace(brand, order.troubled(trouble(brand, order, now)));
                    inheritances.putOff(brand, order.id(), now.plus(PAUSE));
                    return;
                }
                inheritances.replace(brand, order.running());
                book.add(brand, transfers(found.get(), order.id(), ids, now));
                finish.ifOver(brand, order.id(), now);
            });
        } catch (StaleAggregate raced) {
            // somebody else has prepared it, or stopped it
        }
    }

    private String trouble(BrandId brand, Inheritance order, Instant now) {
        var missing = plan.missing(brand, order.from(), now);
        return missing.isEmpty()
                ? "the channel could not list the groups"
                : "CONNECTION_MISSING: " + String.join(", ", missing);
    }

    private static Transfer transfer(Line line, InheritanceId order, long id, Instant now) {
        var refused = line.refused();
        return refused == null
                ? Transfer.queued(id, order, line.subject(), line.from(), Objects.requireNonNull(line.to()), now)
                : Transfer.ended(id, order, line.subject(), line.from(), refused.state(), refused.reason(), now);
    }

    /// The lines of a plan as transfers.
    static List<Transfer> transfers(List<Line> lines, InheritanceId order, IdSource ids, Instant now) {
        return lines.stream()
                .map(line -> transfer(line, order, ids.next(), now))
                .toList();
    }
}
