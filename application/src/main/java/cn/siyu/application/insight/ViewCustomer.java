package cn.siyu.application.insight;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.CustomerViews.Mark;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows one customer, and what happened with it, if the caller sees it.
public final class ViewCustomer {
    private final CustomerViews views;
    private final Departments departments;

    public ViewCustomer(CustomerViews views, Departments departments) {
        this.views = views;
        this.departments = departments;
    }

    /// The customer; empty if there is none, or none that the caller sees.
    public Optional<CustomerDetail> answer(BrandId brand, DataScope sees, PublicId customer) {
        return views.detail(brand, Sight.of(brand, sees, departments), customer);
    }

    /// The number of a customer; empty if there is none, or none that the caller sees. Whatever else is asked or done
    /// about one customer begins with this.
    public Optional<CustomerId> find(BrandId brand, DataScope sees, PublicId customer) {
        return views.find(brand, Sight.of(brand, sees, departments), customer);
    }

    /// What happened with a customer, newest first; empty if there is none, or none that the caller sees.
    ///
    /// @param before only what comes after this place in the list; null: from the newest on
    public Optional<List<TimelineEntry>> timeline(
            BrandId brand, DataScope sees, PublicId customer, @Nullable Mark before, int atMost) {
        return find(brand, sees, customer).map(id -> views.timeline(brand, id, before, atMost));
    }
}
