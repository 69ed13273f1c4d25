package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads SOPs, versions, enrolments and waves. SOPs, versions and waves are the brand's; of
/// enrolments a caller sees those of customers that the caller's part of the brand serves.
public final class ReadSops {
    private final Sops sops;
    private final SopVersions versions;
    private final Enrolments enrolments;
    private final Waves waves;
    private final ResolveSight sights;
    private final NameSops names;

    public ReadSops(
            Sops sops, SopVersions versions, Enrolments enrolments, Waves waves, ResolveSight sights, NameSops names) {
        this.sops = sops;
        this.versions = versions;
        this.enrolments = enrolments;
        this.waves = waves;
        this.sights = sights;
        this.names = names;
    }

    /// Which enrolments are wanted; null means any.
    ///
    /// @param state `ACTIVE`, `COMPLETED` or `EXITED`
    public record Wanted(
            @Nullable PublicId sop,
            @Nullable PublicId customer,
            @Nullable String state) {}

    public Optional<SopViews.OfSop> sop(Caller caller, PublicId id) {
        return sops.byPublicId(caller.brand(), id)
                .map(sop -> names.sops(caller.brand(), List.of(sop)).getFirst());
    }

    /// SOPs with a number above `after`, by number.
    public List<SopViews.OfSop> sops(Caller caller, long after, int atMost) {
        return names.sops(caller.brand(), sops.page(caller.brand(), after, atMost));
    }

    /// Versions of an SOP, newest first; empty if there is no such SOP.
    ///
    /// @param before only those with a lower number
    /// @param form how their definitions write ids
    public Optional<List<SopViews.OfVersion>> versions(
            Caller caller, PublicId id, int before, int atMost, IdForm form) {
        return sop(caller, id).map(sop -> {
            List<SopVersion> page = versions.of(caller.brand(), sop.sop().id()).stream()
                    .filter(version -> version.number() < before)
                    .limit(atMost)
                    .toList();
            return names.versions(caller.brand(), sop, page, form);
        });
    }

    /// One version.
    ///
    /// @param number of the version in its SOP
    public Optional<SopViews.OfVersion> version(Caller caller, PublicId id, int number, IdForm form) {
        return sop(caller, id)
                .flatMap(sop -> versions.of(caller.brand(), sop.sop().id()).stream()
                        .filter(version -> version.number() == number)
                        .findFirst()
                        .map(version -> names.versions(caller.brand(), sop, List.of(version), form)
                                .getFirst()));
    }

    /// One enrolment that the caller may see.
    public Optional<SopViews.OfEnrolment> enrolment(Caller caller, PublicId id) {
        return enrolments
                .byPublicId(caller.brand(), id)
                .filter(found -> sees(caller, found.customer(), found.id()))
                .map(found -> names.enrolments(caller.brand(), List.of(found)).getFirst());
    }

    private boolean sees(Caller caller, CustomerId customer, EnrolmentId id) {
        var filter = new Enrolments.Filter(null, customer, null, sights.of(caller));
        return enrolments.page(caller.brand(), filter, id.value() - 1, 1).stream()
                .anyMatch(found -> found.id().equals(id));
    }

    /// Enrolments with a number above `after`, by number; none if the SOP or customer isn't there.
    public List<SopViews.OfEnrolment> enrolments(Caller caller, Wanted wanted, long after, int atMost) {
        Optional<Sop> sop = Optional.ofNullable(wanted.sop()).flatMap(id -> sops.byPublicId(caller.brand(), id));
        Optional<CustomerId> customer =
                Optional.ofNullable(wanted.customer()).flatMap(id -> names.customer(caller.brand(), id));
        if ((wanted.sop() != null && sop.isEmpty()) || (wanted.customer() != null && customer.isEmpty())) {
            return List.of();
        }
        var filter = new Enrolments.Filter(
                sop.map(Sop::id).orElse(null), customer.orElse(null), wanted.state(), sights.of(caller));
        List<Enrolment> page = enrolments.page(caller.brand(), filter, after, atMost);
        return names.enrolments(caller.brand(), page);
    }

    public Optional<SopViews.OfWave> wave(Caller caller, PublicId id) {
        return waves.byPublicId(caller.brand(), id)
                .map(wave -> names.waves(caller.brand(), List.of(wave)).getFirst());
    }

    /// Waves with a number below `before`, newest first; none if the SOP isn't there.
    ///
    /// @param sop null: of all SOPs
    public List<SopViews.OfWave> waves(Caller caller, @Nullable PublicId sop, long before, int atMost) {
        if (sop == null) {
            return names.waves(caller.brand(), waves.page(caller.brand(), null, before, atMost));
        }
        return sops.byPublicId(caller.brand(), sop)
                .map(found -> names.waves(caller.brand(), waves.page(caller.brand(), found.id(), before, atMost)))
                .orElse(List.of());
    }
}
