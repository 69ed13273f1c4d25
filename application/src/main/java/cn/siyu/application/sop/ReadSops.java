package cn.siyu.application.sop;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.Part;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads SOPs, versions, enrolments and waves. SOPs, versions and waves are the brand's; of enrolments a
/// caller sees those of customers that the caller's part of the brand serves.
public final class ReadSops {
    private final Sops sops;
    private final SopVersions versions;
    private final Enrolments enrolments;
    private final Waves waves;
    private final Departments departments;

    public ReadSops(Sops sops, SopVersions versions, Enrolments enrolments, Waves waves, Departments departments) {
        this.sops = sops;
        this.versions = versions;
        this.enrolments = enrolments;
        this.waves = waves;
        this.departments = departments;
    }

    /// Which enrolments are wanted; null means any.
    ///
    /// @param state `ACTIVE`, `COMPLETED` or `EXITED`
    public record Wanted(
            @Nullable SopId sop,
            @Nullable CustomerId customer,
            @Nullable String state) {}

    public Optional<Sop> sop(Caller caller, PublicId id) {
        return sops.byPublicId(caller.brand(), id);
    }

    /// SOPs with a number above `after`, by number.
    public List<Sop> sops(Caller caller, long after, int atMost) {
        return sops.page(caller.brand(), after, atMost);
    }

    /// All versions of an SOP, newest first.
    public List<SopVersion> versions(Caller caller, SopId sop) {
        return versions.of(caller.brand(), sop);
    }

    /// One enrolment that the caller may see.
    public Optional<Enrolment> enrolment(Caller caller, PublicId id) {
        return enrolments.byPublicId(caller.brand(), id).filter(found -> sees(caller, found.customer(), found.id()));
    }

    private boolean sees(Caller caller, CustomerId customer, EnrolmentId id) {
        var filter = new Enrolments.Filter(null, customer, null, part(caller));
        return enrolments.page(caller.brand(), filter, id.value() - 1, 1).stream()
                .anyMatch(found -> found.id().equals(id));
    }

    /// Enrolments with a number above `after`, by number.
    public List<Enrolment> enrolments(Caller caller, Wanted wanted, long after, int atMost) {
        var filter = new Enrolments.Filter(wanted.sop(), wanted.customer(), wanted.state(), part(caller));
        return enrolments.page(caller.brand(), filter, after, atMost);
    }

    public Optional<Waves.Counted> wave(Caller caller, PublicId id) {
        return waves.byPublicId(caller.brand(), id);
    }

    /// Waves with a number below `before`, newest first.
    ///
    /// @param sop null: of all SOPs
    public List<Waves.Counted> waves(Caller caller, @Nullable SopId sop, long before, int atMost) {
        return waves.page(caller.brand(), sop, before, atMost);
    }

    private @Nullable Part part(Caller caller) {
        return switch (caller.sees()) {
            case DataScope.WholeBrand _ -> null;
            case DataScope.DepartmentTree(var root) ->
                new Part.OfDepartments(departments.subtree(caller.brand(), root));
            case DataScope.OneDepartment(var department) -> new Part.OfDepartments(List.of(department));
            case DataScope.Own(var staff) -> new Part.OfStaff(staff);
        };
    }
}
