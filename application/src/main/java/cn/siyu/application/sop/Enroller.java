package cn.siyu.application.sop;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Enrolment.Origin;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Journey;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopVersionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts customers into an SOP: draws the arm and finds the first step.
public final class Enroller {
    private final Enrolments enrolments;
    private final IdSource ids;

    public Enroller(Enrolments enrolments, IdSource ids) {
        this.enrolments = enrolments;
        this.ids = ids;
    }

    /// Where customers come in.
    record Entry(Sop sop, SopVersionId version, SopDefinition definition, Origin origin, Instant now) {}

    /// A customer who comes in.
    ///
    /// @param born the public id the customer was born with, which draws the arm
    /// @param zone the customer's, else the brand's
    record Newcomer(
            CustomerId customer, PublicId born, @Nullable RelationshipId relationship, ZoneId zone) {}

    /// Puts those in who aren't in it already. Inside the caller's transaction.
    ///
    /// @return the enrolments that are new
    List<Enrolment> enrol(BrandId brand, Entry entry, List<Newcomer> newcomers) {
        return add(
                brand,
                newcomers.stream().map(newcomer -> begin(entry, newcomer)).toList());
    }

    /// Keeps those whose customer isn't in the SOP already.
    List<Enrolment> add(BrandId brand, List<Enrolment> begun) {
        Set<EnrolmentId> added = enrolments.add(brand, begun);
        return begun.stream()
                .filter(enrolment -> added.contains(enrolment.id()))
                .toList();
    }

    /// A new enrolment, not kept yet.
    Enrolment begin(Entry entry, Newcomer newcomer) {
        long id = ids.next();
        var position = Journey.begin(entry.definition(), entry.now(), newcomer.zone());
        return new Enrolment(
                new EnrolmentId(id),
                ids.publicId(id, entry.now()),
                entry.sop().id(),
                entry.version(),
                newcomer.customer(),
                newcomer.relationship(),
                Assignment.arm(
                        entry.sop().publicId().toString(),
                        newcomer.born().toString(),
                        entry.definition().holdout()),
                entry.origin(),
                entry.now(),
                null,
                1,
                new Progress.Active(position.step(), position.dueAt()));
    }
}
