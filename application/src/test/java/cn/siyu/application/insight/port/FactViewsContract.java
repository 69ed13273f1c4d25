package cn.siyu.application.insight.port;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.PageRequest;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.StaffMembersContract;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.CustomersContract;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.InteractionView;
import cn.siyu.application.insight.OrderView;
import cn.siyu.application.insight.port.FactViews.Wanted;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.Interaction;
import cn.siyu.domain.insight.InteractionKind;
import cn.siyu.domain.insight.Order;
import cn.siyu.domain.insight.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [FactViews] shows. Of the customers 1 to 3, the first has a relationship with the
/// account of a store, the second with one of the headquarters, the third with nobody.
public interface FactViewsContract {
    BrandId BRAND = new BrandId(1);
    BrandId OTHER = new BrandId(2);
    Instant NOW = BrandsContract.NOW;
    DepartmentId HEADQUARTERS = new DepartmentId(5);
    DepartmentId STORE = new DepartmentId(6);

    /// Views, and the empty repositories of what they show.
    record World(
            FactViews views,
            Brands brands,
            Departments departments,
            StaffMembers staff,
            ChannelAccounts accounts,
            Customers customers,
            Relationships relationships,
            Interactions interactions,
            Orders orders) {}

    /// An empty world.
    World world();

    /// A world with the customers, and as many interactions and orders of them as are asked for, in
    /// turn, one a minute.
    private World world(int facts) {
        var world = world();
        world.brands().add(BrandsContract.aBrand(1, "demo", NOW));
        world.brands().add(BrandsContract.aBrand(2, "other", NOW));
        var headquarters = DepartmentsContract.aDepartment(5, null, null);
        world.departments().add(BRAND, headquarters);
        world.departments().add(BRAND, DepartmentsContract.aDepartment(6, headquarters, "store-1"));
        world.customers()
                .add(
                        BRAND,
                        List.of(
                                CustomersContract.aCustomer(1),
                                CustomersContract.aCustomer(2),
                                CustomersContract.aCustomer(3)));
        for (int number = 1; number <= 2; number++) {
            world.staff().add(BRAND, StaffMembersContract.aMember(10 + number, null, 1));
            world.accounts().add(BRAND, account(20 + number, 10 + number, number == 1 ? STORE : HEADQUARTERS));
            world.relationships().add(BRAND, relationship(30 + number, number, 20 + number));
        }
        var interactions = new ArrayList<Interaction>();
        var orders = new ArrayList<Order>();
        for (int i = 0; i < facts; i++) {
            interactions.add(interaction(100 + i, i % 3 + 1, at(i)));
            orders.add(order(200 + i, i % 3 + 1, at(i)));
        }
        world.interactions().add(BRAND, interactions);
        world.orders().add(BRAND, "CNY", orders);
        return world;
    }

    private static Instant at(int minutes) {
        return NOW.plusSeconds(60L * minutes);
    }

    private static PublicId publicId(long number) {
        return PublicId.of(NOW, number, number);
    }

    private static ChannelAccount account(long id, long staff, DepartmentId department) {
        return new ChannelAccount(
                new ChannelAccountId(id),
                publicId(id),
                "WECOM",
                "main",
                "userid-" + id,
                "name",
                new StaffId(staff),
                department,
                20_000,
                500,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    private static Relationship relationship(long id, long customer, long account) {
        return new Relationship(
                new RelationshipId(id),
                publicId(id),
                new CustomerId(customer),
                new ChannelAccountId(account),
                new IdentityId(40),
                null,
                null,
                0,
                NOW,
                null,
                null,
                null,
                1,
                NOW,
                NOW);
    }

    private static Interaction interaction(long id, long customer, Instant at) {
        boolean related = customer < 3;
        return new Interaction(
                id,
                publicId(id),
                new ExternalKey("feed", "i" + id),
                id % 2 == 0 ? InteractionKind.REPLY : new InteractionKind("VISIT"),
                Signal.INTEREST,
                "CHAT",
                new CustomerId(customer),
                new IdentityId(40),
                related ? new RelationshipId(30 + customer) : null,
                related ? new ChannelAccountId(20 + customer) : null,
                at,
                NOW);
    }

    private static Order order(long id, long customer, Instant at) {
        return new Order(
                id,
                publicId(id),
                new ExternalKey("shop", "o" + id),
                new CustomerId(customer),
                new IdentityId(40),
                customer == 1 ? STORE : null,
                "STORE",
                at,
                3_000,
                0,
                NOW,
                List.of(new Order.Line("latte", null, 1, 2_000), new Order.Line("美式", "咖啡", 2, 1_000)));
    }

    @Test
    default void showsAnInteractionWithThoseWhoTookPart() {
        var views = world(3).views();

        assertThat(views.interaction(BRAND, new Sight.Everything(), publicId(100)))
                .contains(new InteractionView(
                        interaction(100, 1, at(0)),
                        publicId(1),
                        publicId(31),
                        new InteractionView.Account(publicId(21), "userid-21", publicId(11))));
        assertThat(views.interaction(BRAND, new Sight.Everything(), publicId(102)))
                .contains(new InteractionView(interaction(102, 3, at(2)), publicId(3), null, null));
        assertThat(views.interaction(OTHER, new Sight.Everything(), publicId(100)))
                .isEmpty();
    }

    @Test
    default void showsAnOrderWithItsStoreLinesAndRefundsByBothKeys() {
        var world = world(2);
        var late = new Refund(301, 200, "r1", 500, at(9), NOW);
        var early = new Refund(302, 200, "r2", 700, at(8), NOW);
        world.orders().lock(BRAND, 200);
        world.orders().add(BRAND, late);
        world.orders().add(BRAND, early);

        var order = world.views()
                .order(BRAND, new Sight.Everything(), publicId(200))
                .orElseThrow();

        assertThat(order.order().lines()).isEqualTo(order(200, 1, at(0)).lines());
        assertThat(order.order().refundedMinor()).isEqualTo(1_200);
        assertThat(order.currency()).isEqualTo("CNY");
        assertThat(order.customer()).isEqualTo(publicId(1));
        assertThat(order.store()).isEqualTo(new OrderView.Store(publicId(6), "store-1"));
        assertThat(order.refunds()).containsExactly(early, late);
        assertThat(world.views().order(BRAND, new Sight.Everything(), new ExternalKey("shop", "o200")))
                .contains(order);
        assertThat(world.views().order(BRAND, new Sight.Everything(), new ExternalKey("crm", "o200")))
                .isEmpty();
        assertThat(world.views().order(OTHER, new Sight.Everything(), publicId(200)))
                .isEmpty();
        assertThat(world.views().order(BRAND, new Sight.Everything(), publicId(201)))
                .hasValueSatisfying(other -> {
                    assertThat(other.store()).isNull();
                    assertThat(other.refunds()).isEmpty();
                });
    }

    @Test
    default void showsOnlyCustomersThatAreSeen() {
        var views = world(6).views();
        var store = new Sight.InDepartments(Set.of(STORE));
        var all = new PageRequest("at", false, null, 50);

        assertThat(numbers(views.orders(BRAND, store, Wanted.ALL, all))).containsExactly(200L, 203L);
        assertThat(numbers(views.orders(BRAND, new Sight.OfOnePerson(new StaffId(12), STORE), Wanted.ALL, all)))
                .containsExactly(201L, 204L);
        assertThat(views.orders(BRAND, new Sight.InDepartments(Set.of()), Wanted.ALL, all))
                .isEmpty();
        assertThat(views.interactions(BRAND, store, Wanted.ALL, all))
                .extracting(view -> view.interaction().id())
                .containsExactly(100L, 103L);
        assertThat(views.order(BRAND, store, publicId(201))).isEmpty();
        assertThat(views.order(BRAND, store, new ExternalKey("shop", "o201"))).isEmpty();
        assertThat(views.interaction(BRAND, store, publicId(101))).isEmpty();
        assertThat(views.interaction(BRAND, new Sight.OfOnePerson(new StaffId(11), STORE), publicId(100)))
                .isPresent();
    }

    @Test
    default void hidesCustomersWhoseRelationshipHasEnded() {
        var world = world(6);
        var one = relationship(31, 1, 21);
        world.relationships()
                .replace(
                        BRAND,
                        new Relationship(
                                one.id(),
                                one.publicId(),
                                one.customer(),
                                one.account(),
                                one.identity(),
                                null,
                                null,
                                0,
                                NOW,
                                new Relationship.Ended(Relationship.By.CUSTOMER, at(60)),
                                null,
                                null,
                                2,
                                NOW,
                                at(60)));
        var store = new Sight.InDepartments(Set.of(STORE));
        var all = new PageRequest("at", false, null, 50);

        assertThat(world.views().orders(BRAND, store, Wanted.ALL, all)).isEmpty();
        assertThat(world.views().interactions(BRAND, store, Wanted.ALL, all)).isEmpty();
        assertThat(world.views().order(BRAND, store, publicId(200))).isEmpty();
        assertThat(world.views().interaction(BRAND, store, publicId(100))).isEmpty();
    }

    @Test
    default void hidesWhatASharedCustomerDidWithTheOtherAccount() {
        var world = world(6);
        world.relationships().add(BRAND, relationship(33, 2, 21));
        var store = new Sight.InDepartments(Set.of(STORE));
        var all = new PageRequest("at", false, null, 50);

        assertThat(numbers(world.views().orders(BRAND, store, Wanted.ALL, all)))
                .containsExactly(200L, 201L, 203L, 204L);
        assertThat(world.views().interactions(BRAND, store, Wanted.ALL, all))
                .extracting(view -> view.interaction().id())
                .containsExactly(100L, 103L);
        assertThat(world.views().interaction(BRAND, store, publicId(101))).isEmpty();
    }

    @Test
    default void findsFactsByCustomerKindAndTime() {
        var views = world(12).views();
        var all = new PageRequest("at", false, null, 50);
        var ofTwo = new Wanted(publicId(2), Set.of("REPLY"), at(1), at(10));

        assertThat(views.interactions(BRAND, new Sight.Everything(), ofTwo, all))
                .extracting(view -> view.interaction().id())
                .as("from 1 on, before 10, replies only")
                .containsExactly(104L);
        assertThat(views.interactions(
                        BRAND, new Sight.Everything(), new Wanted(null, Set.of("REPLY", "VISIT"), at(10), null), all))
                .hasSize(2);
        assertThat(numbers(views.orders(
                        BRAND, new Sight.Everything(), new Wanted(publicId(2), Set.of(), at(1), at(10)), all)))
                .containsExactly(201L, 204L, 207L);
        assertThat(views.orders(BRAND, new Sight.Everything(), new Wanted(publicId(9), Set.of(), null, null), all))
                .isEmpty();
    }

    @Test
    default void walksAllPagesInBothDirectionsWithoutLossOrRepeatThoughMomentsAreEqual() {
        var world = world(0);
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 17; i++) {
            orders.add(order(200 + i, i % 3 + 1, at(i / 4)));
        }
        world.orders().add(BRAND, "CNY", orders);

        var ascending = walk(world.views(), false);
        assertThat(ascending).hasSize(17).isSorted();
        assertThat(walk(world.views(), true)).isEqualTo(ascending.reversed());
    }

    private static List<Long> walk(FactViews views, boolean descending) {
        var walked = new ArrayList<Long>();
        PageRequest.@Nullable Place after = null;
        while (true) {
            var page = views.orders(
                    BRAND, new Sight.Everything(), Wanted.ALL, new PageRequest("at", descending, after, 5));
            walked.addAll(numbers(page));
            if (page.size() < 5) {
                return walked;
            }
            var last = page.getLast().order();
            after = new PageRequest.Place(last.paidAt().toString(), last.id());
        }
    }

    private static List<Long> numbers(List<OrderView> views) {
        return views.stream().map(view -> view.order().id()).toList();
    }
}
