package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.contact.ReadContacts;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.Attributions.Share;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.AttributionMethod;
import cn.siyu.domain.insight.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells which orders are put down to a message (触达归因), in both views, less what was paid back.
public final class ReadAttribution {
    private final ReadContacts contacts;
    private final Attributions attributions;
    private final Orders orders;
    private final Brands brands;

    public ReadAttribution(ReadContacts contacts, Attributions attributions, Orders orders, Brands brands) {
        this.contacts = contacts;
        this.attributions = attributions;
        this.orders = orders;
        this.brands = brands;
    }

    /// What a message achieved.
    ///
    /// @param currency ISO 4217 code of all its money
    /// @param orders latest payment first
    public record Achieved(PublicId send, String currency, List<Part> orders) {
        public Achieved {
            orders = List.copyOf(orders);
        }

        /// All that is put down to it as the last contact before the payment.
        public long lastTouchMinor() {
            return orders.stream().mapToLong(Part::lastTouchMinor).sum();
        }

        /// All that is put down to it when contacts share alike.
        public long equalSharesMinor() {
            return orders.stream().mapToLong(Part::equalSharesMinor).sum();
        }
    }

    /// An order and what of it is put down to the message.
    ///
    /// @param order without its lines
    public record Part(Order order, long lastTouchMinor, long equalSharesMinor) {}

    /// What a message achieved; empty if there is none, or none that the caller sees.
    public Optional<Achieved> answer(Caller caller, PublicId send) {
        return contacts.send(caller, send).map(view -> achieved(caller.brand(), view));
    }

    private Achieved achieved(BrandId brand, SendView send) {
        Map<Long, List<Share>> shares =
                attributions.ofSend(brand, send.id()).stream().collect(Collectors.groupingBy(Share::order));
        String currency = brands.find(brand).orElseThrow().currency();
        return new Achieved(
                send.publicId(),
                currency,
                orders.findAll(brand, shares.keySet()).stream()
                        .sorted(Comparator.comparing(Order::paidAt)
                                .thenComparingLong(Order::id)
                                .reversed())
                        .map(order -> part(order, shares.getOrDefault(order.id(), List.of())))
                        .toList());
    }

    private static Part part(Order order, List<Share> shares) {
        return new Part(order, net(shares, AttributionMethod.LAST_TOUCH), net(shares, AttributionMethod.EQUAL_SHARES));
    }

    private static long net(List<Share> shares, AttributionMethod method) {
        return shares.stream()
                .filter(share -> share.method() == method)
                .mapToLong(share -> share.shareMinor() - share.refundedMinor())
                .sum();
    }
}
