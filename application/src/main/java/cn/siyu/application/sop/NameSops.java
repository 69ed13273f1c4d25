package cn.siyu.application.sop;

import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts names to the numbers in rows of SOPs, for many rows at once.
public final class NameSops {
    private static final int ALL = 100_000;

    private final Sops sops;
    private final SopVersions versions;
    private final Customers customers;
    private final Relationships relationships;
    private final ReadDefinition definitions;

    public NameSops(
            Sops sops,
            SopVersions versions,
            Customers customers,
            Relationships relationships,
            ReadDefinition definitions) {
        this.sops = sops;
        this.versions = versions;
        this.customers = customers;
        this.relationships = relationships;
        this.definitions = definitions;
    }

    Optional<CustomerId> customer(BrandId brand, PublicId id) {
        return customers.byPublicId(brand, id).map(Customer::id);
    }

    List<SopViews.OfSop> sops(BrandId brand, List<Sop> rows) {
        Map<SopVersionId, Integer> numbers = found(
                        brand,
                        rows.stream()
                                .flatMap(sop -> Optional.ofNullable(sop.activeVersion()).stream())
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(SopVersion::id, SopVersion::number));
        List<SopViews.OfSop> views = new ArrayList<>();
        for (Sop sop : rows) {
            var active = sop.activeVersion();
            views.add(new SopViews.OfSop(sop, active == null ? null : numbers.get(active)));
        }
        return views;
    }

    List<SopViews.OfVersion> versions(BrandId brand, SopViews.OfSop sop, List<SopVersion> rows, IdForm form) {
        List<Map<String, Object>> written = definitions.write(
                brand, rows.stream().map(SopVersion::definition).toList(), form);
        List<SopViews.OfVersion> views = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            views.add(new SopViews.OfVersion(rows.get(i), sop, written.get(i)));
        }
        return views;
    }

    List<SopViews.OfEnrolment> enrolments(BrandId brand, List<Enrolment> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<SopVersionId, SopViews.Which> which =
                which(brand, rows.stream().map(Enrolment::version).collect(Collectors.toSet()));
        Map<CustomerId, PublicId> customerIds =
                customers.findAll(brand, rows.stream().map(Enrolment::customer).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Customer::id, Customer::publicId));
        Map<RelationshipId, PublicId> relationshipIds = relationshipIds(brand, rows);
        List<SopViews.OfEnrolment> views = new ArrayList<>();
        for (Enrolment row : rows) {
            var relationship = row.relationship();
            views.add(new SopViews.OfEnrolment(
                    row,
                    Objects.requireNonNull(which.get(row.version())),
                    Objects.requireNonNull(customerIds.get(row.customer())),
                    relationship == null ? null : relationshipIds.get(relationship)));
        }
        return views;
    }

    List<SopViews.OfWave> waves(BrandId brand, List<Waves.Counted> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<SopVersionId, SopViews.Which> which = which(
                brand, rows.stream().map(row -> row.wave().key().version()).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new SopViews.OfWave(
                        row, Objects.requireNonNull(which.get(row.wave().key().version()))))
                .toList();
    }

    private Map<RelationshipId, PublicId> relationshipIds(BrandId brand, List<Enrolment> rows) {
        Set<CustomerId> bound = rows.stream()
                .filter(row -> row.relationship() != null)
                .map(Enrolment::customer)
                .collect(Collectors.toSet());
        return bound.isEmpty()
                ? Map.of()
                : relationships.of(brand, bound).stream()
                        .collect(Collectors.toMap(Relationship::id, Relationship::publicId));
    }

    private Map<SopVersionId, SopViews.Which> which(BrandId brand, Collection<SopVersionId> ids) {
        Map<SopId, PublicId> sopIds =
                sops.page(brand, 0, ALL).stream().collect(Collectors.toMap(Sop::id, Sop::publicId));
        return found(brand, ids).stream()
                .collect(Collectors.toMap(
                        SopVersion::id,
                        version -> new SopViews.Which(
                                Objects.requireNonNull(sopIds.get(version.sop())),
                                version.publicId(),
                                version.number())));
    }

    private List<SopVersion> found(BrandId brand, Collection<SopVersionId> ids) {
        return ids.isEmpty() ? List.of() : versions.findAll(brand, ids);
    }
}
