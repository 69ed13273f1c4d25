package cn.siyu.application.insight;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ResolveCustomers.Claim;
import cn.siyu.application.customer.ResolveCustomers.Profile;
import cn.siyu.application.customer.ResolveCustomers.Resolution;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.journey.KindRule;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes in what customers did at touchpoints (互动), up to 500 at once, each with an outcome of
/// its own. The same key said again changes nothing; said otherwise it is refused.
public final class RecordInteractions {
    /// How many interactions one call takes.
    public static final int MOST = 500;

    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final ResolveCustomers customers;
    private final Relationships relationships;
    private final Whereabouts whereabouts;
    private final Interactions interactions;
    private final FollowInteractions follow;
    private final JourneyPolicies journeys;

    public RecordInteractions(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            ResolveCustomers customers,
            Relationships relationships,
            Whereabouts whereabouts,
            Interactions interactions,
            FollowInteractions follow,
            JourneyPolicies journeys) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.customers = customers;
        this.relationships = relationships;
        this.whereabouts = whereabouts;
        this.interactions = interactions;
        this.follow = follow;
        this.journeys = journeys;
    }

    /// What is reported.
    ///
    /// @param sees what the reporter sees
    public record Command(BrandId brand, DataScope sees, List<Item> items) {
        /// What the product itself, or a feed of the whole brand, reports.
        public Command(BrandId brand, List<Item> items) {
            this(brand, new DataScope.WholeBrand(), items);
        }

        public Command {
            items = List.copyOf(items);
            if (items.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " interactions at once");
            }
        }
    }

    /// One interaction as it is reported.
    ///
    /// @param key the reporting system's own key
    /// @param identities of the customer, at least one; that they are named together is taken as
    ///     evidence that they are one person's
    /// @param source how strong that evidence is
    /// @param account the account it happened with, by its public id; null if with none or not
    ///     known
    /// @param staff the staff member it happened with, where the account is not known
    public record Item(
            ExternalKey key,
            InteractionKind kind,
            List<IdentityKey> identities,
            IdentitySource source,
            @Nullable PublicId account,
            @Nullable PublicId staff,
            String touchpoint,
            Instant occurredAt) {
        public Item {
            identities = List.copyOf(identities);
        }

        /// One whose identities a feed or list of the brand names.
        public Item(
                ExternalKey key,
                InteractionKind kind,
                List<IdentityKey> identities,
                @Nullable PublicId account,
                @Nullable PublicId staff,
                String touchpoint,
                Instant occurredAt) {
            this(key, kind, identities, IdentitySource.IMPORT, account, staff, touchpoint, occurredAt);
        }
    }

    /// What came of one item.
    public sealed interface Outcome {
        /// It is recorded now.
        record Recorded(Interaction interaction) implements Outcome {}

        /// It was recorded before.
        record Repeated(Interaction interaction) implements Outcome {}

        /// It was not recorded.
        record Refused(Refusal refusal) implements Outcome {}

        /// It was not recorded, since the brand's policy lists no such kind or touchpoint.
        ///
        /// @param what which of the two
        /// @param known those that it lists
        record Unlisted(Listed what, Set<String> known) implements Outcome {
            public Unlisted {
                known = Set.copyOf(known);
            }
        }
    }

    /// Why an item was not recorded.
    public enum Refusal {
        /// The platform never told us of that external user id.
        UNKNOWN_CONTACT,
        /// All identities are values that the brand's policy says are nobody's.
        NOBODY,
        UNKNOWN_ACCOUNT,
        UNKNOWN_STAFF,
        /// Several identities are named by somebody who sees a part of the brand only: to join them
        /// may merge customers who aren't seen.
        JOINS_UNSEEN,
        /// The key stands for another interaction.
        KEY_REUSED
    }

    /// What the policy of the decision journey lists.
    public enum Listed {
        KIND,
        TOUCHPOINT
    }

    /// One outcome per item, in their order.
    public List<Outcome> handle(Command command) {
        return Repeatedly.inTransaction(work, () -> join(command));
    }

    /// As [#handle], inside the caller's transaction.
    ///
    /// @throws cn.siyu.application.customer.IdentityTaken if the caller must begin its transaction
    ///     again
    public List<Outcome> join(Command command) {
        return record(command);
    }

    private List<Outcome> record(Command command) {
        var brand = command.brand();
        var now = clock.now(brand);
        var policy = journeys.inForce(brand, now);
        var outOfHand = new ArrayList<@Nullable Outcome>();
        command.items().forEach(item -> outOfHand.add(refused(command.sees(), policy, item)));
        var taken = new ArrayList<Item>();
        for (int i = 0; i < outOfHand.size(); i++) {
            if (outOfHand.get(i) == null) {
                taken.add(command.items().get(i));
            }
        }
        Iterator<Outcome> outcomes = record(brand, taken, policy, now).iterator();
        var all = new ArrayList<Outcome>();
        for (Outcome refused : outOfHand) {
            all.add(refused == null ? outcomes.next() : refused);
        }
        return all;
    }

    /// Why an item is refused before anybody asks who it was; null if it isn't.
    private static @Nullable Outcome refused(DataScope sees, JourneyPolicy policy, Item item) {
        var unlisted = unlisted(policy, item);
        if (unlisted != null) {
            return unlisted;
        }
        return item.identities().size() > 1 && !(sees instanceof DataScope.WholeBrand)
                ? new Outcome.Refused(Refusal.JOINS_UNSEEN)
                : null;
    }

    private static @Nullable Outcome unlisted(JourneyPolicy policy, Item item) {
        if (policy.kind(item.kind().code()).isEmpty()) {
            return new Outcome.Unlisted(Listed.KIND, policy.kinds().keySet());
        }
        return policy.touchpoint(item.touchpoint()).isEmpty()
                ? new Outcome.Unlisted(Listed.TOUCHPOINT, policy.touchpoints().keySet())
                : null;
    }

    private List<Outcome> record(BrandId brand, List<Item> items, JourneyPolicy policy, Instant now) {
        var places = Places.of(whereabouts, brand, items);
        // what is refused for its place says nothing about who is who
        var placed = items.stream().filter(item -> places.unknown(item) == null).toList();
        var resolutions = customers.resolve(
                brand,
                placed.stream()
                        .map(item -> new Claim(item.identities(), item.source(), Profile.NONE, item.occurredAt()))
                        .toList(),
                now);
        var found = foundIn(resolutions);
        var all = relationships.of(brand, found);
        var persons = customers.persons(
                brand, all.stream().map(Relationship::customer).toList());
        var theirs = all.stream().collect(Collectors.groupingBy(one -> persons.get(one.customer())));
        var drafts = new ArrayList<Draft>();
        Iterator<Resolution> each = resolutions.iterator();
        for (Item item : items) {
            var unknown = places.unknown(item);
            var signal = policy.kind(item.kind().code()).map(KindRule::signal).orElseThrow();
            drafts.add(
                    unknown == null ? draft(item, signal, each.next(), places, theirs, now) : new Draft(null, unknown));
        }
        return store(brand, drafts, policy, now);
    }

    private static Set<CustomerId> foundIn(Collection<Resolution> resolutions) {
        return resolutions.stream()
                .filter(Resolution.Found.class::isInstance)
                .map(resolution -> ((Resolution.Found) resolution).customer())
                .collect(Collectors.toSet());
    }

    private record Draft(
            @Nullable Interaction interaction, @Nullable Refusal refusal) {}

    private Draft draft(
            Item item,
            Signal signal,
            Resolution resolution,
            Places places,
            Map<CustomerId, List<Relationship>> relationshipsOf,
            Instant now) {
        return switch (resolution) {
            case Resolution.Unknown _ -> new Draft(null, Refusal.UNKNOWN_CONTACT);
            case Resolution.Nobody _ -> new Draft(null, Refusal.NOBODY);
            case Resolution.Found found -> {
                var relationship = places.relationship(item, relationshipsOf.getOrDefault(found.customer(), List.of()));
                long id = ids.next();
                yield new Draft(
                        new Interaction(
                                id,
                                ids.publicId(id, now),
                                item.key(),
                                item.kind(),
                                signal,
                                item.touchpoint(),
                                found.by().birthCustomer(),
                                found.by().id(),
                                relationship == null ? null : relationship.id(),
                                relationship == null ? places.account(item) : relationship.account(),
                                item.occurredAt(),
                                now),
                        null);
            }
        };
    }

    private List<Outcome> store(BrandId brand, List<Draft> drafts, JourneyPolicy policy, Instant now) {
        var offered = new HashMap<ExternalKey, Interaction>();
        drafts.stream()
                .map(Draft::interaction)
                .filter(Objects::nonNull)
                .forEach(interaction -> offered.putIfAbsent(interaction.key(), interaction));
        var added = interactions.add(brand, List.copyOf(offered.values()));
        var fresh = added.stream().collect(Collectors.toMap(Interaction::key, one -> one));
        var before = interactions.find(
                brand,
                offered.keySet().stream().filter(key -> !fresh.containsKey(key)).toList());
        follow.recorded(brand, added, policy, now);
        return drafts.stream().map(draft -> outcome(draft, fresh, before)).toList();
    }

    private static Outcome outcome(
            Draft draft, Map<ExternalKey, Interaction> fresh, Map<ExternalKey, Interaction> before) {
        var interaction = draft.interaction();
        if (interaction == null) {
            return new Outcome.Refused(Objects.requireNonNull(draft.refusal()));
        }
        var stored = fresh.getOrDefault(interaction.key(), before.get(interaction.key()));
        if (stored != null && stored.id() == interaction.id()) {
            return new Outcome.Recorded(interaction);
        }
        return stored != null && stored.saysTheSameAs(interaction)
                ? new Outcome.Repeated(stored)
                : new Outcome.Refused(Refusal.KEY_REUSED);
    }
}
