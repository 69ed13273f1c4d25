package cn.siyu.application.sop.port;

import cn.siyu.application.brand.Sight;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.SopId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is in an audience (人群), asked of the whole customer base.
public interface Audiences {
    /// Which of some customers are in an audience, for several questions at once.
    ///
    /// @param questions at most 5,000 customers in all
    /// @return one answer per question, in their order
    List<Set<CustomerId>> members(BrandId brand, List<Question> questions, AsOf asOf);

    /// Customers that are in an audience and may be put into an SOP: who are not in it now and, if
    /// `enteredBefore` is given, were put in before that moment only; without it, never. By number.
    ///
    /// @param after only customers with a higher number
    List<Candidate> candidates(BrandId brand, Wanted wanted, AsOf asOf, long after, int atMost);

    /// Which of some customers are seen (数据范围).
    Set<CustomerId> seen(BrandId brand, Collection<CustomerId> customers, Sight sight);

    /// Who of some customers is in an audience.
    record Question(Expression audience, Collection<CustomerId> customers) {}

    /// Who is wanted for an SOP.
    ///
    /// @param sight only customers that are seen
    record Wanted(Expression audience, SopId sop, @Nullable Instant enteredBefore, Sight sight) {}

    /// A customer who may be enrolled.
    ///
    /// @param zone null: the brand's
    record Candidate(
            CustomerId id, PublicId publicId, @Nullable ZoneId zone) {}
}
