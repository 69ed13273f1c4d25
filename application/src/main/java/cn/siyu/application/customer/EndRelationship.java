package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import java.time.Instant;
import java.util.List;

/// A channel says that somebody is a contact of one of our accounts no longer: deleted by the
/// customer (掉粉), by the staff member, or moved to a colleague (继承). Said before the add, it
/// waits for it.
public final class EndRelationship {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final ResolveCustomers resolve;
    private final RelationshipBook book;
    private final Relationships relationships;

    public EndRelationship(
            UnitOfWork work,
            BrandClock clock,
            ResolveCustomers resolve,
            RelationshipBook book,
            Relationships relationships) {
        this.work = work;
        this.clock = clock;
        this.resolve = resolve;
        this.book = book;
        this.relationships = relationships;
    }

    /// Whose relationship ended, and by whom.
    ///
    /// @param contact by what the channel knows the customer
    /// @param at when it ended, by the channel's clock
    public record Command(
            BrandId brand, ChannelAccountId account, IdentityKey contact, Relationship.By by, Instant at) {}

    /// What came of it.
    public sealed interface Outcome {
        /// A live relationship has ended.
        ///
        /// @param lost whether the customer has no live relationship left (LOST)
        record Ended(Relationship relationship, CustomerId customer, boolean lost) implements Outcome {}

        /// No live relationship ended: it is known already, or its add is not known yet.
        record NothingLive() implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> end(command));
    }

    private Outcome end(Command command) {
        var brand = command.brand();
        var now = clock.now(brand);
        var claim = new Claim(List.of(command.contact()), IdentitySource.PLATFORM, Profile.NONE);
        if (!(resolve.resolve(brand, List.of(claim), now).getFirst() instanceof Resolution.Found found)) {
            throw new IllegalStateException("the platform's identities are always believed");
        }
        var event = new RelationshipEvent.Ended(command.at(), command.by());
        var taken = book.take(brand, found.by(), new Link(found.by().id(), command.account()), event, now);
        return taken.changes().stream()
                .filter(RelationshipBook.Change::ends)
                .findFirst()
                .<Outcome>map(
                        change -> new Outcome.Ended(change.after(), found.customer(), isLost(brand, found.customer())))
                .orElseGet(Outcome.NothingLive::new);
    }

    private boolean isLost(BrandId brand, CustomerId customer) {
        return relationships.of(brand, List.of(customer)).stream().noneMatch(Relationship::live);
    }
}
