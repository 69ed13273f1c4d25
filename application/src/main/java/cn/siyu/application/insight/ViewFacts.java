package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.insight.port.FactViews;
import cn.siyu.application.insight.port.FactViews.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows interactions and orders of the customers that the caller sees.
public final class ViewFacts {
    private final FactViews views;
    private final Departments departments;

    public ViewFacts(FactViews views, Departments departments) {
        this.views = views;
        this.departments = departments;
    }

    /// The interaction; empty if there is none, or none that the caller sees.
    public Optional<InteractionView> interaction(Caller caller, PublicId id) {
        return views.interaction(caller.brand(), sight(caller), id);
    }

    /// What was just recorded, whoever sees the customer.
    public InteractionView recordedInteraction(BrandId brand, PublicId id) {
        return views.interaction(brand, new Sight.All(), id).orElseThrow();
    }

    /// What was just recorded, whoever sees the customer.
    public OrderView recordedOrder(BrandId brand, PublicId id) {
        return views.order(brand, new Sight.All(), id).orElseThrow();
    }

    /// Interactions by the moment they happened.
    public List<InteractionView> interactions(Caller caller, Wanted wanted, PageRequest page) {
        return views.interactions(caller.brand(), sight(caller), wanted, page);
    }

    /// The order; empty if there is none, or none that the caller sees.
    public Optional<OrderView> order(Caller caller, PublicId id) {
        return views.order(caller.brand(), sight(caller), id);
    }

    /// The order with the shop's own key; empty if there is none, or none that the caller sees.
    public Optional<OrderView> order(Caller caller, ExternalKey key) {
        return views.order(caller.brand(), sight(caller), key);
    }

    /// Orders by the moment they were paid.
    public List<OrderView> orders(Caller caller, Wanted wanted, PageRequest page) {
        return views.orders(caller.brand(), sight(caller), wanted, page);
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller.brand(), caller.sees(), departments);
    }
}
