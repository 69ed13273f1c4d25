package cn.siyu.application.trust;

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

/// Reads trust from the sums and writes down what filters, sorts and the governor look at;
/// inside the caller's
/// transaction, for customers that are locked.
public final class ProjectTrust {
    private final TrustLedger ledger;
    private final TrustBasis.Source basis;

    public ProjectTrust(TrustLedger ledger, TrustBasis.Source basis) {
        this.ledger = ledger;
        this.basis = basis;
    }

    /// Projects customers as of now.
    public void project(BrandId brand, Collection<CustomerId> customers) {
        if (customers.isEmpty()) {
            return;
        }
        ledger.lock(brand, customers);
        project(brand, basis.now(brand), customers);
    }

    void project(BrandId brand, TrustBasis by, Collection<CustomerId> customers) {
        var followed = ledger.relationshipsOf(brand, customers);
        var subjects = new ArrayList<TrustSubject>();
        customers.forEach(customer -> subjects.add(new TrustSubject.Brand(customer)));
        followed.forEach(one -> subjects.add(new TrustSubject.Social(one.id())));
        var reading = new Reading(by, ledger.accumulators(brand, subjects));
        var byCustomer = followed.stream().collect(Collectors.groupingBy(Followed::customer));
        var ofCustomers = new ArrayList<OfCustomer>();
        var ofRelationships = new ArrayList<OfRelationship>();
        for (CustomerId customer : customers) {
            var read = reading.of(customer, byCustomer.getOrDefault(customer, List.of()));
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

        Read of(CustomerId customer, List<Followed> followed) {
            var brand = table.brand(of(new TrustSubject.Brand(customer)));
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
