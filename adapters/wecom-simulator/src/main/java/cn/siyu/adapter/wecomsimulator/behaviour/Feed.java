package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.PostRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/// What shop and archive systems would report to the product: interactions, orders and refunds,
/// since WeCom itself tells nobody of a reply or a purchase. All field names of the product's feeds
/// stand here and nowhere else. Call with the corp's lock held; [FeedDelivery] sends.
public final class Feed {
    private final Plans plans;

    Feed(Plans plans) {
        this.plans = plans;
    }

    /// Where an interaction took place.
    public enum Touchpoint {
        PRIVATE_CHAT,
        MINI_PROGRAM,
        STORE
    }

    /// A purchase.
    ///
    /// @param number the shop's own number, unique in the corp
    /// @param store the store's external id, `""` for an order without a store
    public record Order(String number, String sku, String category, int quantity, long amountMinor, String store) {}

    /// Reports that a customer did something with a member.
    /// @param number unique in the corp; the report's `externalId`
    public void interaction(
            Corp corp, CustomerRow customer, String userid, String kind, Touchpoint touchpoint, String number) {
        var body = Json.object().put("externalId", number).put("kind", kind);
        body.put("touchpoint", touchpoint.name());
        identity(body, customer).putObject("account").put("staffUserId", userid);
        body.put("occurredAt", now(corp));
        fact(corp, "/interactions", number, body);
    }

    /// Reports a purchase that was paid now.
    public void order(Corp corp, CustomerRow customer, Order order) {
        var body = Json.object().put("externalId", order.number());
        identity(body, customer).put("paidAt", now(corp));
        body.put("amountMinor", order.amountMinor()).put("currency", "CNY");
        body.putArray("lines")
                .addObject()
                .put("sku", order.sku())
                .put("category", order.category())
                .put("quantity", order.quantity())
                .put("amountMinor", order.amountMinor());
        if (order.store().isEmpty()) {
            body.put("salesChannel", "MINI_PROGRAM");
        } else {
            body.put("storeExternalId", order.store()).put("salesChannel", "STORE");
        }
        fact(corp, "/orders", order.number(), body);
    }

    /// Reports that a purchase was given back now.
    public void refund(Corp corp, String orderNumber, long amountMinor) {
        var product = plans.of(corp).product();
        var number = "refund-" + orderNumber;
        var body = Json.object().put("externalId", number).put("amountMinor", amountMinor);
        body.put("refundedAt", now(corp));
        var source = product == null ? "" : product.source();
        report(corp, "/orders/ext:" + source + ":" + orderNumber + "/refunds", number, body);
    }

    private static ObjectNode identity(ObjectNode body, CustomerRow customer) {
        body.putObject("identity").put("type", "EXTERNAL_USERID").put("value", customer.externalUserId());
        return body;
    }

    private static String now(Corp corp) {
        return Instant.ofEpochSecond(corp.clock().now()).toString();
    }

    /// A fact with a key of its own, which is unique for the source.
    private void fact(Corp corp, String path, String number, ObjectNode body) {
        var product = plans.of(corp).product();
        if (product != null) {
            report(corp, path, number, body.put("source", product.source()));
        }
    }

    private void report(Corp corp, String path, String number, ObjectNode body) {
        var product = plans.of(corp).product();
        if (product != null) {
            corp.put(new PostRow(
                    corp.outbox().nextSequence(),
                    PostRow.Kind.FEED,
                    corp.clock().now(),
                    0,
                    "/v1/brands/" + product.brand() + path,
                    (corp.corpId() + "-" + number).toLowerCase(Locale.ROOT),
                    body));
        }
    }
}
