package cn.siyu.application.continuity;

import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.Colleagues.Spread;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.Transfer.Reason;
import cn.siyu.domain.continuity.Transfer.State;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says who would get whom (继承预演): each customer and group that somebody serves, with the
/// colleague who would take over, or why nobody would. Writes nothing.
public final class PlanInheritance {
    private final ChannelAccounts accounts;
    private final Relationships relationships;
    private final Identities identities;
    private final TransferBook book;
    private final Colleagues colleagues;
    private final Connections connections;
    private final PoliciesInForce policies;

    public PlanInheritance(
            ChannelAccounts accounts,
            Relationships relationships,
            Identities identities,
            TransferBook book,
            Colleagues colleagues,
            Connections connections,
            PoliciesInForce policies) {
        this.accounts = accounts;
        this.relationships = relationships;
        this.identities = identities;
        this.book = book;
        this.colleagues = colleagues;
        this.connections = connections;
        this.policies = policies;
    }

    /// What is wanted.
    ///
    /// @param customers null: all
    /// @param groups what the channel calls them; null: all
    record Wish(
            StaffId from,
            ContactWay.Rule rule,
            List<Taker> takers,
            @Nullable Set<CustomerId> customers,
            @Nullable List<String> groups) {}

    /// One line of a plan.
    ///
    /// @param to who would take over; null if nobody
    /// @param refused why nobody would; null if somebody
    public record Line(
            Transfer.Subject subject,
            ChannelAccountId from,
            @Nullable ChannelAccountId to,
            @Nullable Refused refused) {}

    /// Why nobody takes over.
    public record Refused(State state, @Nullable Reason reason) {}

    /// The customers, each once per account of the one who hands over. What one account gives a
    /// taker counts when the next is planned.
    List<Line> customers(BrandId brand, Wish wish, Instant now) {
        var lines = new ArrayList<Line>();
        var given = new HashMap<ChannelAccountId, Integer>();
        for (ChannelAccount from : held(brand, wish.from())) {
            var live = live(brand, from, wish.customers());
            var known = identities(brand, live);
            var underWay =
                    book.underWay(brand, live.stream().map(Relationship::id).toList());
            boolean able = ability(brand, from, now) != Ability.NEVER;
            var friends = friends(brand, live, known, wish.takers());
            var spread = colleagues.spread(brand, wish.rule(), from, wish.takers(), friends, given, now);
            for (Relationship one : live) {
                var identity = known.get(one.identity());
                if (identity != null) {
                    var subject = new Transfer.OfCustomer(
                            one.customer(),
                            one.id(),
                            one.identity(),
                            identity.key().value());
                    var line = line(subject, from, able, underWay.contains(one.id()), spread);
                    lines.add(line);
                    if (line.to() != null
                            && !friends.getOrDefault(subject.ref(), List.of()).contains(line.to())) {
                        given.merge(line.to(), 1, Integer::sum);
                    }
                }
            }
        }
        return lines;
    }

    /// The groups that were named, or that the channel lists; empty if it could not be asked. Asks
    /// the channel unless groups were named.
    Optional<List<Line>> groups(BrandId brand, Wish wish, Instant now) {
        return wish.groups() == null ? listed(brand, wish, now) : Optional.of(named(brand, wish, wish.groups(), now));
    }

    /// Of which account a named group is, the channel knows: it is asked before the group is
    /// transferred.
    private List<Line> named(BrandId brand, Wish wish, List<String> groups, Instant now) {
        var held = held(brand, wish.from());
        var lines = new ArrayList<Line>();
        var able = held.stream()
                .filter(one -> ability(brand, one, now) != Ability.NEVER)
                .findFirst();
        if (able.isPresent()) {
            var from = able.get();
            var spread = colleagues.spread(brand, wish.rule(), from, wish.takers(), Map.of(), Map.of(), now);
            groups.forEach(group -> lines.add(line(new Transfer.OfGroup(group), from, true, false, spread)));
        } else if (!held.isEmpty()) {
            groups.forEach(group -> lines.add(
                    refused(new Transfer.OfGroup(group), held.getFirst(), State.IMPOSSIBLE, Reason.CHANNEL_CANNOT)));
        }
        return lines;
    }

    private Optional<List<Line>> listed(BrandId brand, Wish wish, Instant now) {
        var lines = new ArrayList<Line>();
        for (ChannelAccount from : held(brand, wish.from())) {
            var ability = ability(brand, from, now);
            if (ability == Ability.NOT_NOW) {
                return Optional.empty();
            }
            if (ability == Ability.ABLE) {
                var listed = OwnedGroups.of(connections.of(from).orElseThrow(), from);
                if (listed.isEmpty()) {
                    return Optional.empty();
                }
                var spread = colleagues.spread(brand, wish.rule(), from, wish.takers(), Map.of(), Map.of(), now);
                listed.get().forEach(group -> lines.add(line(new Transfer.OfGroup(group), from, true, false, spread)));
            }
        }
        return Optional.of(lines);
    }

    /// The accounts of somebody who hands over, closed ones too: whoever leaves has theirs closed.
    private List<ChannelAccount> held(BrandId brand, StaffId staff) {
        return accounts.heldBy(brand, staff);
    }

    /// Connections that an account of somebody waits for: without them nothing can be handed over.
    List<String> missing(BrandId brand, StaffId staff, Instant now) {
        return held(brand, staff).stream()
                .filter(one -> ability(brand, one, now) == Ability.NOT_NOW)
                .map(one -> one.channel() + " " + one.connection())
                .distinct()
                .toList();
    }

    /// Whether the channel of an account hands anybody over.
    private enum Ability {
        ABLE,
        /// Its connection is not there; it may come back.
        NOT_NOW,
        NEVER
    }

    private Ability ability(BrandId brand, ChannelAccount from, Instant now) {
        boolean possible = policies.knowsPlatform(from.channel(), now)
                && policies.platform(brand, from.channel(), now)
                        .values()
                        .transfers()
                        .possible();
        if (!possible) {
            return Ability.NEVER;
        }
        var connection = connections.of(from);
        if (connection.isEmpty()) {
            return from.state() == ChannelAccount.State.CLOSED ? Ability.NEVER : Ability.NOT_NOW;
        }
        return connection.get().transfers().isPresent() ? Ability.ABLE : Ability.NEVER;
    }

    private static Line line(
            Transfer.Subject subject, ChannelAccount from, boolean able, boolean underWay, Spread spread) {
        if (!able) {
            return refused(subject, from, State.IMPOSSIBLE, Reason.CHANNEL_CANNOT);
        }
        if (underWay) {
            return refused(subject, from, State.IMPOSSIBLE, Reason.UNDER_WAY);
        }
        var to = spread.next(subject);
        if (to.isPresent()) {
            return new Line(subject, from.id(), to.get(), null);
        }
        return spread.nobody()
                ? refused(subject, from, State.IMPOSSIBLE, Reason.NO_TAKER)
                : refused(subject, from, State.NO_CAPACITY, null);
    }

    private static Line refused(Transfer.Subject subject, ChannelAccount from, State state, @Nullable Reason reason) {
        return new Line(subject, from.id(), null, new Refused(state, reason));
    }

    private List<Relationship> live(BrandId brand, ChannelAccount from, @Nullable Set<CustomerId> wanted) {
        var all = wanted == null
                ? relationships.allLiveOn(brand, from.id())
                : relationships.of(brand, wanted).stream()
                        .filter(one -> one.live() && one.account().equals(from.id()))
                        .toList();
        var once = new LinkedHashMap<RelationshipId, Relationship>();
        all.forEach(one -> once.put(one.id(), one));
        return List.copyOf(once.values());
    }

    private Map<IdentityId, Identity> identities(BrandId brand, List<Relationship> live) {
        var wanted = live.stream().map(Relationship::identity).collect(Collectors.toSet());
        return identities.findAll(brand, wanted).stream().collect(Collectors.toMap(Identity::id, one -> one));
    }

    /// Takers whom customers know, by what the channel calls the customer.
    private Map<String, List<ChannelAccountId>> friends(
            BrandId brand, List<Relationship> live, Map<IdentityId, Identity> known, List<Taker> takers) {
        var names = new HashMap<IdentityId, String>();
        live.forEach(one -> {
            var identity = known.get(one.identity());
            if (identity != null) {
                names.put(one.identity(), identity.key().value());
            }
        });
        var wanted = takers.stream().map(Taker::account).collect(Collectors.toSet());
        var customers = live.stream().map(Relationship::customer).collect(Collectors.toSet());
        var friends = new HashMap<String, List<ChannelAccountId>>();
        relationships.of(brand, customers).stream()
                .filter(one -> one.live() && wanted.contains(one.account()))
                .forEach(one -> {
                    var name = names.get(one.identity());
                    if (name != null) {
                        friends.computeIfAbsent(name, _ -> new ArrayList<>()).add(one.account());
                    }
                });
        return friends;
    }
}
