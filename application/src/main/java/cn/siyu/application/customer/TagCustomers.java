package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelCommand;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.customer.port.Tags.Assignment;
import cn.siyu.application.customer.port.Tags.Noted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets tags on customers and takes them away (打标签), on every live relationship, and tells the
/// channels. A customer without a live relationship is tagged as a whole.
public final class TagCustomers {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final Tags tags;
    private final Relationships relationships;
    private final Identities identities;
    private final Persons persons;
    private final ChannelCommands commands;
    private final IdSource ids;

    public TagCustomers(
            UnitOfWork work,
            BrandClock clock,
            Tags tags,
            Relationships relationships,
            Identities identities,
            Persons persons,
            ChannelCommands commands,
            IdSource ids) {
        this.work = work;
        this.clock = clock;
        this.tags = tags;
        this.relationships = relationships;
        this.identities = identities;
        this.persons = persons;
        this.commands = commands;
        this.ids = ids;
    }

    /// Whose tags change, and how. A tag in both sets is taken away.
    ///
    /// @param source who changes them: `API`, `RULE`, `IMPORT`
    public record Command(BrandId brand, Set<CustomerId> customers, Set<TagId> add, Set<TagId> remove, String source) {}

    /// What came of it: how many tags were set or taken away, over all customers and relationships.
    public record Outcome(int set, int unset) {}

    /// Changes the tags. Those that are as they shall be already make no change and are told to no
    /// channel.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> tag(command));
    }

    private Outcome tag(Command command) {
        var brand = command.brand();
        var now = clock.now(brand);
        var people = persons.births(brand, command.customers());
        var births = people.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        var live = relationships.of(brand, births).stream()
                .filter(Relationship::live)
                .toList();
        var wanted = command.add().stream()
                .filter(tag -> !command.remove().contains(tag))
                .toList();
        var set = tags.set(brand, assignments(people, live, wanted), command.source(), now);
        var there = tags.of(brand, births).stream()
                .filter(one -> command.remove().contains(one.tag()))
                .toList();
        var unset = tags.unset(brand, there);
        note(brand, set, true, command.source(), now);
        note(brand, unset, false, command.source(), now);
        tell(brand, live, set, unset, now);
        return new Outcome(set.size(), unset.size());
    }

    private static List<Assignment> assignments(
            Map<CustomerId, List<CustomerId>> people, List<Relationship> live, List<TagId> wanted) {
        var byCustomer = live.stream().collect(Collectors.groupingBy(Relationship::customer));
        var assignments = new ArrayList<Assignment>();
        for (var person : people.entrySet()) {
            var customer = person.getKey();
            var theirs = person.getValue().stream()
                    .flatMap(birth -> byCustomer.getOrDefault(birth, List.of()).stream())
                    .toList();
            for (TagId tag : wanted) {
                if (theirs.isEmpty()) {
                    assignments.add(new Assignment(customer, tag, null));
                }
                theirs.forEach(one -> assignments.add(new Assignment(one.customer(), tag, one.account())));
            }
        }
        return assignments;
    }

    private void note(BrandId brand, Set<Assignment> changed, boolean set, String source, Instant now) {
        tags.note(
                brand,
                changed.stream()
                        .map(one -> new Noted(ids.next(), one, set, source, now))
                        .toList());
    }

    private void tell(BrandId brand, List<Relationship> live, Set<Assignment> set, Set<Assignment> unset, Instant now) {
        Map<IdentityId, String> contacts =
                identities.of(brand, live.stream().map(Relationship::customer).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Identity::id, one -> one.key().value()));
        for (Relationship one : live) {
            var add = tagsAt(one, set);
            var remove = tagsAt(one, unset);
            var contact = contacts.get(one.identity());
            if (contact != null && !(add.isEmpty() && remove.isEmpty())) {
                commands.add(brand, ids.next(), new ChannelCommand.MarkTags(one.account(), contact, add, remove), now);
            }
        }
    }

    private static Set<TagId> tagsAt(Relationship relationship, Set<Assignment> changed) {
        Stream<Assignment> here = changed.stream()
                .filter(one -> one.customer().equals(relationship.customer())
                        && relationship.account().equals(one.account()));
        return here.map(Assignment::tag).collect(Collectors.toSet());
    }
}
