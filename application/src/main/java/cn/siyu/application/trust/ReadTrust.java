package cn.siyu.application.trust;

import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.trust.port.TrustLedger;
import cn.siyu.application.trust.port.TrustLedger.Followed;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.ComponentPoints;
import cn.siyu.domain.trust.ComponentScore;
import cn.siyu.domain.trust.ReadingTable;
import cn.siyu.domain.trust.RelationshipTrust;
import cn.siyu.domain.trust.evidence.Accumulators;
import cn.siyu.domain.trust.evidence.TrustSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trust of one customer, exact at the moment of asking: brand trust, and trust in each
/// relationship.
public final class ReadTrust {
    private final TrustLedger ledger;
    private final TrustBasis.Source basis;
    private final Persons persons;

    public ReadTrust(TrustLedger ledger, TrustBasis.Source basis, Persons persons) {
        this.ledger = ledger;
        this.basis = basis;
        this.persons = persons;
    }

    /// Trust of a customer at a time, under an edition.
    ///
    /// @param best the live relationship with the most trust: the customer's trust; null without
    ///     one
    /// @param brand brand trust (品牌信任)
    /// @param relationships all of them, ended ones too, in order of their numbers
    public record Trust(
            CustomerId customer,
            @Nullable OfRelationship best,
            ComponentScore brand,
            List<OfRelationship> relationships,
            Instant asOf,
            String policyEdition) {}

    /// Trust in one relationship.
    public record OfRelationship(
            RelationshipId relationship, String channelKind, boolean live, RelationshipTrust trust) {}

    public Trust answer(BrandId brand, CustomerId customer) {
        var by = basis.now(brand);
        var births = birthsOf(persons, brand, customer);
        var followed = ledger.relationshipsOf(brand, births);
        var subjects = new ArrayList<TrustSubject>(brandSubjects(births));
        followed.forEach(one -> subjects.add(new TrustSubject.Social(one.id())));
        var sums = ledger.accumulators(brand, subjects);
        var table = by.table(newest(sums));
        var brandPoints = table.brand(sumOf(sums, brandSubjects(births)));
        var relationships = followed.stream()
                .map(one -> new OfRelationship(
                        one.id(),
                        one.channelKind(),
                        one.live(),
                        by.model().relationship(brandPoints, social(table, sums, one), one.channelKind())))
                .toList();
        return new Trust(
                customer,
                relationships.stream()
                        .filter(OfRelationship::live)
                        .max(Comparator.comparingDouble(one -> one.trust().trust()))
                        .orElse(null),
                by.model().brand(brandPoints),
                relationships,
                table.asOf(),
                by.policy().edition());
    }

    private static ComponentPoints social(ReadingTable table, Map<TrustSubject, Accumulators> sums, Followed one) {
        return table.social(sumsOf(sums, new TrustSubject.Social(one.id())), one.channelKind());
    }

    static List<CustomerId> birthsOf(Persons persons, BrandId brand, CustomerId customer) {
        return persons.births(brand, List.of(customer)).getOrDefault(customer, List.of(customer));
    }

    static List<TrustSubject> brandSubjects(List<CustomerId> births) {
        return births.stream().<TrustSubject>map(TrustSubject.Brand::new).toList();
    }

    static Accumulators sumOf(Map<TrustSubject, Accumulators> sums, List<TrustSubject> subjects) {
        return subjects.stream().map(subject -> sumsOf(sums, subject)).reduce(Accumulators.none(), Accumulators::plus);
    }

    static Accumulators sumsOf(Map<TrustSubject, Accumulators> sums, TrustSubject subject) {
        return sums.getOrDefault(subject, Accumulators.none());
    }

    static Instant newest(Map<TrustSubject, Accumulators> sums) {
        return sums.values().stream()
                .map(Accumulators::newestAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
