package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides about contacts (触达) and writes them down, whatever was decided: the first step of the
/// send protocol.
///
/// What is allowed is reserved in the customer's cap and the platform's quota in the same
/// transaction, so that two plans for one customer never both pass where only one fits. Nothing is
/// sent here.
public final class PlanSends {
    /// As many requests as are decided in one go.
    public static final int MOST = 5_000;

    private final SendPlanner planner;
    private final Sends sends;
    private final BrandClock clock;
    private final IdSource ids;

    public PlanSends(SendPlanner planner, Sends sends, BrandClock clock, IdSource ids) {
        this.planner = planner;
        this.sends = sends;
        this.clock = clock;
        this.ids = ids;
    }

    /// Decides in the order of the requests; inside the caller's transaction.
    ///
    /// @param requests at most [#MOST]
    /// @return one outcome per request, in their order
    /// @throws cn.siyu.application.brand.port.StaleAggregate if somebody planned a first contact
    ///     for one of the customers at the same time; the transaction may be tried again
    public List<SendOutcome> plan(BrandId brand, List<SendRequest> requests) {
        if (requests.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " requests in one go, were " + requests.size());
        }
        Instant now = clock.now(brand);
        List<Intended> intended = new ArrayList<>(requests.size());
        for (SendRequest request : requests) {
            long id = ids.next();
            intended.add(new Intended(new SendId(id), ids.publicId(id, now), now, request));
        }
        var plan = planner.plan(brand, intended, now);
        sends.add(brand, plan.sends());
        return plan.outcomes();
    }
}
