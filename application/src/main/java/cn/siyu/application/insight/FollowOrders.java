package cn.siyu.application.insight;

import cn.siyu.application.customer.ReviseStage;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What follows from new orders and refunds, in their transaction: attribution, evidence, answered
/// contacts, goals, stages. All of it is a function of the orders as they stand, so late orders and
/// refunds end in the same state.
public final class FollowOrders {
    private static final Comparator<Order> BY_PAYMENT = Comparator.comparing(Order::paidAt)
            .thenComparing(order -> order.key().value())
            .thenComparing(order -> order.key().source());

    private final Orders orders;
    private final AttributeOrders attribute;
    private final RecordEvidence evidence;
    private final Responses responses;
    private final Goals goals;
    private final ReviseStage stage;

    public FollowOrders(
            Orders orders,
            AttributeOrders attribute,
            RecordEvidence evidence,
            Responses responses,
            Goals goals,
            ReviseStage stage) {
        this.orders = orders;
        this.attribute = attribute;
        this.evidence = evidence;
        this.responses = responses;
        this.goals = goals;
        this.stage = stage;
    }

    void recorded(BrandId brand, List<Order> news, Instant now) {
        if (news.isEmpty()) {
            return;
        }
        follow(brand, news, now);
        var touched = attribute.relationships(brand, news);
        responses.responded(
                brand,
                news.stream()
                        .map(order -> new Responses.Response(
                                order.customer(), touched.get(order.id()), "PURCHASE", order.paidAt()))
                        .toList());
        news.forEach(order -> goals.reached(brand, order.customer(), Goals.PURCHASE, order.paidAt()));
    }

    void refunded(BrandId brand, List<Order> changed, Instant now) {
        follow(brand, changed, now);
    }

    private void follow(BrandId brand, List<Order> changed, Instant now) {
        var customers = changed.stream().map(Order::customer).distinct().toList();
        stage.revise(brand, customers, now);
        attribute.attribute(brand, changed, now);
        weigh(brand, customers);
    }

    /// The first order that stands is a purchase, each later one a repurchase. Which is the first
    /// can change.
    private void weigh(BrandId brand, Collection<CustomerId> customers) {
        var all = orders.of(brand, customers);
        var touched = attribute.relationships(brand, all);
        var holds = new ArrayList<EvidenceFact>();
        var gone = new ArrayList<String>();
        all.stream().collect(Collectors.groupingBy(Order::customer)).values().forEach(theirs -> {
            var standing = theirs.stream()
                    .filter(order -> !order.undone())
                    .sorted(BY_PAYMENT)
                    .toList();
            for (Order order : theirs) {
                var kind = kindOf(order, standing);
                for (EvidenceKind any : List.of(EvidenceKind.PURCHASED, EvidenceKind.REPURCHASED)) {
                    if (kind.contains(any)) {
                        holds.add(new EvidenceFact(
                                any.code(),
                                order.customer(),
                                touched.get(order.id()),
                                order.paidAt(),
                                order.receivedAt(),
                                1,
                                key(order, any)));
                    } else {
                        gone.add(key(order, any));
                    }
                }
            }
        });
        evidence.retract(brand, gone);
        evidence.record(brand, holds);
    }

    private static List<EvidenceKind> kindOf(Order order, List<Order> standing) {
        int place = standing.indexOf(order);
        return switch (place) {
            case -1 -> List.of();
            case 0 -> List.of(EvidenceKind.PURCHASED);
            default -> List.of(EvidenceKind.REPURCHASED);
        };
    }

    private static String key(Order order, EvidenceKind kind) {
        return "order:" + order.id() + ":" + kind.code();
    }
}
