package cn.siyu.application.trust;

import cn.siyu.application.customer.port.InitialTrust;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.application.trust.port.TrustLedger.Followed;
import cn.siyu.application.trust.port.TrustLedger.OfCustomer;
import cn.siyu.application.trust.port.TrustLedger.OfRelationship;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.trust.ReadingTable;
import cn.siyu.domain.trust.TrustProjection;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads trust from the sums and writes down what filters, sorts and the governor look at; inside
/// the caller's transaction, for customers that are locked.
public final class ProjectTrust implements InitialTrust.Source {
    private static final CustomerId NOBODY = new CustomerId(0);

    private final TrustLedger ledger;
    private final TrustBasis.Source basis;
    private final Persons persons;

    public ProjectTrust(TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        this.ledger = ledger;
        this.basis = basis;
        this.persons = persons;
    }

    /// Locks the people that customers are.
    ///
    /// @return all their birth customers
    List<CustomerId> lock(BrandId brand, Collection<CustomerId> customers) {
        ledger.lock(brand, persons.distinct(brand, customers));
        return births(brand, customers);
    }

    /// All birth customers of the people that customers are.
    List<CustomerId> births(BrandId brand, Collection<CustomerId> customers) {
        return persons.births(brand, customers).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @Override
    public InitialTrust of(BrandId brand) {
        var read = new Reading(basis.now(brand), Map.of())
                .of(NOBODY, List.of(NOBODY), List.of())
                .customer();
        return new InitialTrust(read.brandScore(), read.confidence(), read.asOf(), read.policyEdition());
    }

    /// Projects customers as of now.
    public void project(BrandId brand, Collection<CustomerId> customers) {
        if (customers.isEmpty()) {
            return;
        }
        ledger.lock(brand, persons.distinct(brand, customers));
        project(brand, basis.now(brand), customers);
    }

    /// Projects the people that customers are: the brand trust of a person is the sum over all its
    /// birth customers.
    void project(BrandId brand, TrustBasis by, Collection<CustomerId> customers) {
        var people = persons.births(brand, persons.distinct(brand, customers));
        var births = people.values().stream().flatMap(List::stream).toList();
        var followed = ledger.relationshipsOf(brand, births);
        var subjects = new ArrayList<TrustSubject>();
        births.forEach(birth -> subjects.add(new TrustSubject.Brand(birth)));
        followed.forEach(one -> subjects.add(new TrustSubject.Social(one.id())));
        var reading = new Reading(by, ledger.accumulators(brand, subjects));
        var byCustomer = followed.stream().collect(Collectors.groupingBy(Followed::customer));
        var ofCustomers = new ArrayList<OfCustomer>();
        var ofRelationships = new ArrayList<OfRelationship>();
        for (var person : people.entrySet()) {
            var theirs = person.getValue().stream()
                    .flatMap(birth -> byCustomer.getOrDefault(birth, List.of()).stream())
                    .toList();
            var read = reading.of(person.getKey(), person.getValue(), theirs);
            ofCustomers.add(read.customer());
            ofRelationships.addAll(read.relationships());
        }
        ledger.project(brand, ofCustomers, ofRelationships);
    }

    private record Read(OfCustomer customer, List<OfRelationship> relationships) {}

    /// One reading of sums that were loaded together; all at one time.
    private static final class Reading {
        private final TrustBasis by;
        private final Map<TrustSubject, Accumulators> sums;
        private final ReadingTable table;

        Reading(TrustBasis by, Map<TrustSubject, Accumulators> sums) {
            this.by = by;
            this.sums = sums;
            var newest = sums.values().stream()
                    .map(Accumulators::newestAt)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
            this.table = by.table(newest);
        }

        Read of(CustomerId customer, List<CustomerId> births, List<Followed> followed) {
            var brand = table.brand(births.stream()
                    .map(birth -> of(new TrustSubject.Brand(birth)))
                    .reduce(Accumulators.none(), Accumulators::plus));
            var relationships = new ArrayList<OfRelationship>();
            @Nullable TrustProjection best = null;
            for (Followed one : followed) {
                var social = table.social(of(new TrustSubject.Social(one.id())), one.channelKind());
                var trust = by.model().relationship(brand, social, one.channelKind());
                var projection =
                        TrustProjection.of(trust, table.asOf(), by.policy().edition());
                relationships.add(new OfRelationship(one.id(), projection));
                if (one.live() && (best == null || projection.trust() > best.trust())) {
                    best = projection;
                }
            }
            var score = by.model().brand(brand);
            double confidence = best == null ? score.confidence().value() : best.confidence();
            return new Read(
                    new OfCustomer(
                            customer,
                            best,
                            score.score(),
                            confidence,
                            table.asOf(),
                            by.policy().edition()),
                    relationships);
        }

        private Accumulators of(TrustSubject subject) {
            return sums.getOrDefault(subject, Accumulators.none());
        }
    }
}
