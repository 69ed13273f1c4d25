package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.insight.port.FactViews;
import cn.siyu.application.insight.port.FactViews.Wanted;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Shows interactions and orders of the customers that the caller sees.
public final class ViewFacts {
    private final FactViews views;
    private final ResolveSight sights;

    public ViewFacts(FactViews views, ResolveSight sights) {
        this.views = views;
        this.sights = sights;
    }

    /// The interaction; empty if there is none, or none that the caller sees.
    public Optional<InteractionView> interaction(Caller caller, PublicId id) {
        return views.interaction(caller.brand(), sight(caller), id);
    }

    /// What the caller just recorded; without whose it is, if the caller doesn't see that.
    public InteractionView recordedInteraction(Caller caller, PublicId id) {
        return interaction(caller, id)
                .or(() -> views.interaction(caller.brand(), new Sight.Everything(), id)
                        .map(InteractionView::unnamed))
                .orElseThrow();
    }

    /// What the caller just recorded; without whose it is, if the caller doesn't see that.
    public OrderView recordedOrder(Caller caller, PublicId id) {
        return order(caller, id)
                .or(() ->
                        views.order(caller.brand(), new Sight.Everything(), id).map(OrderView::unnamed))
                .orElseThrow();
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
        return sights.of(caller);
    }
}
