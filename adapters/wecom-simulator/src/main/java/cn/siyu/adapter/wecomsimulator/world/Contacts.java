package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A corp's customers and who follows whom. Customers are found by id or number, relations by
/// either side; a member's customers can be read from any number on, so that paging stays flat.
/// Kept lean: a corp may have a million customers.
public final class Contacts {
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Person> byId = new HashMap<>();
    private final CustomerIndex byUnionid = new CustomerIndex(CustomerRow::unionid);
    private final Map<String, CustomerIndex> byOtherId = new HashMap<>();
    private final Map<String, NavigableMap<Integer, RelationRow>> byMember = new HashMap<>();

    /// One customer with its relations.
    private static final class Person {
        private final CustomerRow row;
        private List<RelationRow> relations = List.of();
        private @Nullable Reception received;

        Person(CustomerRow row) {
            this.row = row;
        }

        void replace(RelationRow relation) {
            if (relations.isEmpty()) {
                relations = List.of(relation);
                return;
            }
            var next = without(relation.userid());
            next.add(relation);
            relations = List.copyOf(next);
        }

        List<RelationRow> without(String userid) {
            var kept = new ArrayList<RelationRow>(relations.size() + 1);
            relations.stream().filter(other -> !other.userid().equals(userid)).forEach(kept::add);
            return kept;
        }
    }

    void apply(CustomerRow row) {
        if (row.number() != people.size()) {
            throw new IllegalStateException("customer " + row.number() + " out of turn, expected " + people.size());
        }
        var person = new Person(row);
        people.add(person);
        byId.put(row.externalUserId(), person);
    }

    void apply(RelationRow row) {
        people.get(row.customer()).replace(row);
        byMember.computeIfAbsent(row.userid(), _ -> new TreeMap<>()).put(row.customer(), row);
    }

    void apply(RelationRow.Gone row) {
        var person = people.get(row.customer());
        person.relations = List.copyOf(person.without(row.userid()));
        customersOf(row.userid()).remove(row.customer());
    }

    /// A tag is gone from everybody.
    void forgetTags(Set<String> tags) {
        for (var person : people) {
            for (var relation : person.relations) {
                if (relation.tags().stream().anyMatch(tags::contains)) {
                    apply(relation.withTags(Set.of(), tags));
                }
            }
        }
    }

    void countReceived(int customer, long at) {
        var person = people.get(customer);
        var received = person.received == null ? new Reception() : person.received;
        received.count(at);
        person.received = received;
    }

    Stream<Row> rows() {
        return Stream.concat(
                people.stream().map(person -> person.row),
                people.stream().flatMap(person -> person.relations.stream()));
    }

    public int count() {
        return people.size();
    }

    public Optional<CustomerRow> byId(String externalUserId) {
        return Optional.ofNullable(byId.get(externalUserId)).map(person -> person.row);
    }

    /// The customer with a unionid.
    public Optional<CustomerRow> byUnionid(String unionid) {
        return byUnionid.find(unionid, count(), this::byNumber);
    }

    /// The customer that is called so elsewhere.
    /// @param where names the place; each place calls everybody by one rule
    /// @param naming the rule: from an external_userid to the id there
    public Optional<CustomerRow> byOtherId(String where, String id, UnaryOperator<String> naming) {
        return byOtherId
                .computeIfAbsent(where, _ -> new CustomerIndex(row -> naming.apply(row.externalUserId())))
                .find(id, count(), this::byNumber);
    }

    public CustomerRow byNumber(int number) {
        return people.get(number).row;
    }

    /// Who follows a customer, in the order in which the relations last changed.
    public List<RelationRow> followersOf(int customer) {
        return people.get(customer).relations;
    }

    public Optional<RelationRow> relation(int customer, String userid) {
        return people.get(customer).relations.stream()
                .filter(relation -> relation.userid().equals(userid))
                .findFirst();
    }

    /// A member's customers by number.
    public NavigableMap<Integer, RelationRow> customersOf(String userid) {
        var customers = byMember.get(userid);
        return customers == null ? new TreeMap<>() : customers;
    }

    /// How many mass messages a customer received in a month.
    /// @param month a month as [CorpClock#month] counts it
    public int received(int customer, int month) {
        var received = people.get(customer).received;
        return received == null ? 0 : received.inMonth(month);
    }

    /// Whether a customer may receive one more mass message now.
    public boolean hasRoom(int customer, PlatformLimits limits, long now) {
        var received = people.get(customer).received;
        return received == null || received.hasRoom(limits, now);
    }
}
