package cn.siyu.application.insight;

import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.IdentitiesContract;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// One customer with one relationship, and facts that come in about it, over whatever ports.
public interface InsightFacts {
    BrandId BRAND = new BrandId(1);
    Instant DAY_0 = BrandsContract.NOW;
    CustomerId CUSTOMER = new CustomerId(7);
    RelationshipId RELATIONSHIP = new RelationshipId(20);
    IdentityKey CONTACT = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm7");
    IdentityKey PHONE = new IdentityKey(IdentityType.PHONE, "", "+8613800138000");
    PublicId ACCOUNT = PublicId.of(DAY_0, 5, 5);
    PublicId STAFF = PublicId.of(DAY_0, 6, 6);

    /// Empty ports that know the account, its holder, and the store `S1`.
    InsightPorts ports();

    /// A contact was delivered to the customer in its relationship.
    void delivered(InsightPorts ports, long send, Instant at);

    /// Ports with a brand on day 40, and a customer with one relationship since day 0.
    default InsightPorts world() {
        var ports = ports();
        ports.trust.brands().add(BrandsContract.aBrand(1, "demo", day(40)));
        ports.trust.customers().add(BRAND, List.of(CustomersContract.aCustomer(CUSTOMER.value())));
        ports.identities.add(BRAND, List.of(IdentitiesContract.anIdentity(30, CONTACT, CUSTOMER.value())));
        ports.trust
                .relationships()
                .add(
                        BRAND,
                        new Relationship(
                                RELATIONSHIP,
                                PublicId.of(DAY_0, 20, 20),
                                CUSTOMER,
                                ports.trust.wecom(),
                                new IdentityId(30),
                                null,
                                null,
                                0,
                                DAY_0,
                                null,
                                null,
                                null,
                                1,
                                DAY_0,
                                DAY_0));
        return ports;
    }

    static Instant day(double day) {
        return DAY_0.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
    }

    static RecordInteractions.Item did(String key, String kind, IdentityKey who, double day) {
        return new RecordInteractions.Item(
                new ExternalKey("feed", key), new InteractionKind(kind), List.of(who), ACCOUNT, null, "CHAT", day(day));
    }

    /// A login that told several identities.
    static RecordInteractions.Item loggedIn(String key, double day, IdentityKey... who) {
        return together(key, day, IdentitySource.LOGIN, who);
    }

    /// A visit of somebody whom a source knows by several identities.
    static RecordInteractions.Item together(String key, double day, IdentitySource source, IdentityKey... who) {
        return new RecordInteractions.Item(
                new ExternalKey("feed", key),
                new InteractionKind("VISIT"),
                List.of(who),
                source,
                null,
                null,
                "MINI_PROGRAM",
                day(day));
    }

    static List<RecordInteractions.Outcome> record(InsightPorts ports, RecordInteractions.Item... items) {
        return ports.recordInteractions.handle(new RecordInteractions.Command(BRAND, List.of(items)));
    }

    static RecordOrders.Item bought(String key, double day, long amount) {
        return new RecordOrders.Item(
                new ExternalKey("shop", key),
                List.of(CONTACT),
                day(day),
                amount,
                "CNY",
                "S1",
                "MINI_PROGRAM",
                List.of(new Order.Line("latte", "coffee", 2, amount)));
    }

    static RecordOrders.Outcome order(InsightPorts ports, RecordOrders.Item item) {
        return ports.recordOrders
                .handle(new RecordOrders.Command(BRAND, List.of(item)))
                .getFirst();
    }

    /// Lets the customer buy on a day.
    static void buy(InsightPorts ports, String key, double day, long amount) {
        ordered(ports, key, day, amount);
    }

    static Order ordered(InsightPorts ports, String key, double day, long amount) {
        return ((RecordOrders.Outcome.Recorded) order(ports, bought(key, day, amount))).order();
    }

    static Stage stageOf(InsightPorts ports) {
        var standing = ports.lifecycles.standings(BRAND, List.of(CUSTOMER)).get(CUSTOMER);
        return Objects.requireNonNull(standing).stage();
    }

    static List<EvidenceKind> evidence(InsightPorts ports) {
        return ports.trust.log().newestOf(BRAND, CUSTOMER, 99).stream()
                .map(entry -> entry.dated().evidence().kind())
                .sorted()
                .toList();
    }
}
