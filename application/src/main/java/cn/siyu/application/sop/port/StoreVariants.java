package cn.siyu.application.sop.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.template.StoreVariant;
import cn.siyu.domain.sop.template.TemplateBounds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What head office lets stores change in versions of SOPs (总部模板), what they did change
/// (门店覆盖), and which enrolments have used it.
public interface StoreVariants {
    /// The bounds of a version; empty if it is no template.
    Optional<TemplateBounds> bounds(BrandId brand, SopVersionId version);

    /// Keeps bounds; their `version` is one more than the stored one, 1 for the first.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody else changed them in
    ///     between
    void keep(BrandId brand, TemplateBounds bounds);

    /// Adds a variant.
    ///
    /// @throws cn.siyu.application.brand.port.StaleAggregate if its department has one of that
    ///     number
    void add(BrandId brand, StoreVariant variant);

    /// All of a department for a version, the newest first.
    List<StoreVariant> of(BrandId brand, SopVersionId version, DepartmentId department);

    /// The newest of each department, for those versions that are templates.
    Map<SopVersionId, Held> held(BrandId brand, Collection<SopVersionId> versions);

    /// At which store customers of enrolments are: the department of the account of the enrolment's
    /// relationship, or else of the customer's newest live one. Those who have none are left out.
    Map<EnrolmentId, DepartmentId> stores(BrandId brand, Collection<EnrolmentId> enrolments);

    /// Writes down what was used. What is written down already stays.
    void used(BrandId brand, Collection<Use> uses);

    /// What an enrolment has used, by step.
    List<Used> usedBy(BrandId brand, EnrolmentId enrolment);

    /// The bounds of a version with the newest variants.
    record Held(TemplateBounds bounds, List<StoreVariant> newest) {
        public Held {
            newest = List.copyOf(newest);
        }
    }

    /// A step was carried out as a variant says.
    ///
    /// @param store at which store the customer was then
    /// @param variant the number of the variant's row
    record Use(EnrolmentId enrolment, int step, long variant, DepartmentId store) {}

    /// What an enrolment has used in one step.
    ///
    /// @param store at which store the customer was then
    /// @param department whose variant it was
    /// @param number which of that department's variants
    record Used(int step, DepartmentId store, DepartmentId department, int number) {}
}
