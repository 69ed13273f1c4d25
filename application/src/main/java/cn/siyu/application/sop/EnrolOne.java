package cn.siyu.application.sop;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.sop.Enroller.Entry;
import cn.siyu.application.sop.Enroller.Newcomer;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Puts a customer into an active SOP about one relationship, since something outside of SOPs says
/// so. Inside the caller's transaction.
public final class EnrolOne {
    private final Sops sops;
    private final Definitions definitions;
    private final Customers customers;
    private final Enroller enroller;
    private final Brands brands;

    public EnrolOne(Sops sops, Definitions definitions, Customers customers, Enroller enroller, Brands brands) {
        this.sops = sops;
        this.definitions = definitions;
        this.customers = customers;
        this.enroller = enroller;
        this.brands = brands;
    }

    /// Empty if the SOP isn't active, or the customer is in it already.
    public Optional<Enrolment> enrol(
            BrandId brand, SopId id, CustomerId customer, RelationshipId relationship, Instant now) {
        var sop = sops.find(brand, id).filter(one -> one.state() == Sop.State.ACTIVE);
        var who = customers.find(brand, customer);
        if (sop.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        var version = Objects.requireNonNull(sop.get().activeVersion());
        var definition =
                Objects.requireNonNull(definitions.of(brand, Set.of(version)).get(version));
        var zone = brands.find(brand).orElseThrow().zone();
        var newcomer = new Newcomer(
                customer,
                who.get().publicId(),
                relationship,
                Objects.requireNonNullElse(who.get().zone(), zone));
        var entry = new Entry(sop.get(), version, definition, Enrolment.Origin.MANUAL, now);
        return enroller.enrol(brand, entry, List.of(newcomer)).stream().findFirst();
    }
}
