package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel says that somebody became a contact of one of our accounts (添加客户). Said twice,
/// late, or after the end it comes to the same.
public final class AddRelationship {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final ResolveCustomers resolve;
    private final KeepProfile profiles;
    private final RelationshipBook book;

    public AddRelationship(
            UnitOfWork work, BrandClock clock, ResolveCustomers resolve, KeepProfile profiles, RelationshipBook book) {
        this.work = work;
        this.clock = clock;
        this.resolve = resolve;
        this.profiles = profiles;
        this.book = book;
    }

    /// Who was added, where and how.
    ///
    /// @param contact by what the channel knows the customer
    /// @param person what the channel tells about the person
    /// @param addWay the platform's code of how they became contacts, 0 unknown
    /// @param source the source mark (`state`) that came with it; null if none
    /// @param at when they became contacts, by the channel's clock
    public record Command(
            BrandId brand,
            ChannelAccountId account,
            IdentityKey contact,
            Person person,
            int addWay,
            @Nullable String source,
            Instant at) {}

    /// What a channel tells about a person.
    ///
    /// @param unionId the person's id over all apps of the brand's open-platform account; null if
    ///     not told
    public record Person(
            @Nullable String nickname,
            Customer.Gender gender,
            @Nullable String unionId) {
        List<IdentityKey> keysWith(IdentityKey contact) {
            var keys = new ArrayList<>(List.of(contact));
            if (unionId != null && !unionId.isBlank()) {
                keys.add(new IdentityKey(IdentityType.UNIONID, "", unionId));
            }
            return keys;
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// A new live relationship: greet and enrol.
        record Added(Relationship relationship, boolean newCustomer) implements Outcome {}

        /// A new relationship that has ended meanwhile: the end was told first.
        record AddedAndEnded(Relationship relationship) implements Outcome {}

        /// A live relationship that a synchronisation had found before the channel told of it:
        /// greet and enrol.
        record Announced(Relationship relationship) implements Outcome {}

        /// Nothing new; at most it became known more exactly when or how a known relationship
        /// began.
        record Known() implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> add(command));
    }

    private Outcome add(Command command) {
        var brand = command.brand();
        var now = clock.now(brand);
        var person = command.person();
        var claim = new Claim(
                person.keysWith(command.contact()),
                IdentitySource.PLATFORM,
                new Profile(person.nickname(), person.gender(), null),
                command.at());
        if (!(resolve.resolve(brand, List.of(claim), now).getFirst() instanceof Resolution.Found found)) {
            throw new IllegalStateException("the platform's identities are always believed");
        }
        if (!found.created()) {
            profiles.keep(brand, found.customer(), person.nickname(), person.gender(), now);
        }
        var link = new Link(found.by().id(), command.account());
        var event = new RelationshipEvent.Added(command.at(), command.addWay(), command.source());
        return outcomeOf(book.take(brand, found.by(), link, event, now), found.created());
    }

    private static Outcome outcomeOf(RelationshipBook.Taken taken, boolean newCustomer) {
        return taken.changes().stream()
                .filter(RelationshipBook.Change::begins)
                .findFirst()
                .<Outcome>map(change -> change.after().live()
                        ? new Outcome.Added(change.after(), newCustomer)
                        : new Outcome.AddedAndEnded(change.after()))
                .or(() -> taken.announced().map(Outcome.Announced::new))
                .orElseGet(Outcome.Known::new);
    }
}
