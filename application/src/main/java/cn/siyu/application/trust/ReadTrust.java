package cn.siyu.application.trust;

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

/// Trust of one customer, exact at the moment of asking: brand trust, and trust in each relationship.
public final class ReadTrust {
    private final TrustLedger ledger;
    private final TrustBasis.Source basis;

    public ReadTrust(TrustLedger ledger, TrustBasis.Source basis) {
        this.ledger = ledger;
        this.basis = basis;
    }

    /// Trust of a customer at a time, under an edition.
    ///
    /// @param best the live relationship with the most trust: the customer's trust; null without one
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
        var followed = ledger.relationshipsOf(brand, List.of(customer));
        var subjects = new ArrayList<TrustSubject>(List.of(new TrustSubject.Brand(customer)));
        followed.forEach(one -> subjects.add(new TrustSubject.Social(one.id())));
        var sums = ledger.accumulators(brand, subjects);
        var table = by.table(newest(sums));
        var brandPoints = table.brand(sumsOf(sums, new TrustSubject.Brand(customer)));
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
