package cn.siyu.application.insight;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.CustomerViews.Mark;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shows one customer, and what happened with it, if the caller sees it.
public final class ViewCustomer {
    private final CustomerViews views;
    private final ResolveSight sights;

    public ViewCustomer(CustomerViews views, ResolveSight sights) {
        this.views = views;
        this.sights = sights;
    }

    /// The customer; empty if there is none, or none that the caller sees.
    public Optional<CustomerDetail> answer(BrandId brand, DataScope sees, PublicId customer) {
        return views.detail(brand, sights.of(brand, sees), customer);
    }

    /// The number of a customer; empty if there is none, or none that the caller sees. Whatever
    /// else is asked or done about one customer begins with this.
    public Optional<CustomerId> find(BrandId brand, DataScope sees, PublicId customer) {
        return views.find(brand, sights.of(brand, sees), customer);
    }

    /// Those among customers that the caller sees; one question for all of them.
    public Set<PublicId> seen(BrandId brand, DataScope sees, Collection<PublicId> customers) {
        return customers.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        views.findAll(brand, sights.of(brand, sees), customers).keySet());
    }

    /// As [#find], or a customer whom nobody serves any more and the caller's accounts served last:
    /// for asking it back, and for nothing else.
    public Optional<CustomerId> findToAskBack(BrandId brand, DataScope sees, PublicId customer) {
        var sight = sights.of(brand, sees);
        return views.find(brand, sight, customer).or(() -> views.findFormer(brand, sight, customer));
    }

    /// What happened with a customer, newest first; empty if there is none, or none that the caller
    /// sees.
    ///
    /// @param before only what comes after this place in the list; null: from the newest on
    public Optional<List<TimelineEntry>> timeline(
            BrandId brand, DataScope sees, PublicId customer, @Nullable Mark before, int atMost) {
        var sight = sights.of(brand, sees);
        return views.find(brand, sight, customer).map(id -> views.timeline(brand, sight, id, before, atMost));
    }
}
