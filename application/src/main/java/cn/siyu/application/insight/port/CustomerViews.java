package cn.siyu.application.insight.port;

import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.CustomerDetail;
import cn.siyu.application.insight.CustomerSummary;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.domain.audience.AsOf;
import cn.siyu.domain.audience.Expression;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads customers together with everything that hangs on them. What a sight doesn't see is not
/// there.
public interface CustomerViews {
    /// Customers that a filter holds for, sorted, from a place on.
    ///
    /// @param filter null: all
    /// @param page sorted by `createdAt`, `trust`, `ordersAmount` or `lastInteractionAt`; who has
    ///     none of it comes first in ascending order
    List<Listed> search(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf, PageRequest page);

    /// How many customers a filter holds for.
    long count(BrandId brand, Sight sight, @Nullable Expression filter, AsOf asOf);

    /// The number of a customer, or empty.
    Optional<CustomerId> find(BrandId brand, Sight sight, PublicId customer);

    /// The number of a customer whom nobody serves any more, if an account that is seen served it
    /// last; or empty.
    Optional<CustomerId> findFormer(BrandId brand, Sight sight, PublicId customer);

    /// The numbers of customers, as far as they are there.
    Map<PublicId, CustomerId> findAll(BrandId brand, Sight sight, Collection<PublicId> customers);

    /// One customer, or empty. Of its relationships only those with accounts that are seen; of its
    /// conflicts not those with a customer that isn't.
    Optional<CustomerDetail> detail(BrandId brand, Sight sight, PublicId customer);

    /// What happened with a customer that is seen, newest first; without what went over accounts,
    /// or was the work of people, that are not seen.
    ///
    /// @param before only what comes after this place in the list; null: from the newest on
    List<TimelineEntry> timeline(BrandId brand, Sight sight, CustomerId customer, @Nullable Mark before, int atMost);

    /// A customer in a list, with its place.
    record Listed(CustomerSummary customer, PageRequest.Place place) {}

    /// A place in a timeline.
    record Mark(Instant at, TimelineEntry.Kind kind, long number) {}
}
