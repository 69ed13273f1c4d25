package cn.siyu.application.task;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;
import static cn.siyu.application.task.port.TasksContract.BRAND;
import static cn.siyu.application.task.port.TasksContract.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.HardStops;
import cn.siyu.application.contact.KeepResults;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.ContactFixtures;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendResults;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Send.Verdict;
import cn.siyu.application.customer.ChangeCustomer;
import cn.siyu.application.customer.RecordWishes;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryWishes;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.EnrolmentId;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.Task.State;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Task 1 of customer 101 stands for the send 401 over the relationship 201; task 2 of the same
/// customer is a call.
class TakeBackMessagesTest {
    private static final CustomerId CUSTOMER = new CustomerId(101);
    private static final PublicId CUSTOMER_ID = PublicId.of(NOW, 101, 101);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryBrands brands = new InMemoryBrands(store);
    private final BrandClock clock = new BrandClock(brands, InstantSource.system());
    private final InMemoryTasks tasks = new InMemoryTasks(store, Map.of(), (_, _) -> true);
    private final InMemorySends sends = new InMemorySends(store);
    private final InMemoryReachability reachability = new InMemoryReachability();
    private final InMemoryCustomers customers = new InMemoryCustomers(store);
    private final InMemoryIdSource ids = new InMemoryIdSource();
    private final TakeBackMessages takeBack;
    private final RecordWishes wishes;

    TakeBackMessagesTest() {
        var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> NOW));
        var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
        var ledgers = new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE);
        var keep = new KeepResults(new InMemorySendResults(store, sends), ledgers, rules);
        var results = new TaskResults(new ConcludeByHand(sends, keep, ledgers, rules));
        takeBack = new TakeBackMessages(tasks, new HardStops(sends, reachability, rules), results, clock);
        wishes = new RecordWishes(store, clock, ids, new InMemoryWishes(store), Persons.ALONE, takeBack);
    }

    @BeforeEach
    void aPersonHasAMessageAndACall() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        tasks.add(BRAND, List.of(aTask(1, 7), call()));
        var planned = ContactFixtures.planned(401, 1);
        sends.add(
                BRAND,
                List.of(new Send(
                        planned.id(),
                        planned.publicId(),
                        null,
                        planned.origin(),
                        new Send.Aim(
                                CUSTOMER,
                                planned.aim().contactClass(),
                                "PRIVATE_CHAT",
                                false,
                                planned.aim().zone(),
                                planned.aim().deadline()),
                        new Send.Route(new RelationshipId(201), ACCOUNT, new IdentityId(301), "wm101"),
                        5L,
                        ContactFixtures.decision(Verdict.BY_TASK, null),
                        NOW,
                        NOW)));
        customers.add(
                BRAND,
                List.of(new Customer(CUSTOMER, CUSTOMER_ID, "客户", Customer.Gender.UNKNOWN, null, false, 1, NOW, NOW)));
        know(true, false, ConsentState.NOT_RECORDED, Set.of());
    }

    private static Task call() {
        var task = aTask(2, 7);
        return new Task(
                task.id(),
                task.publicId(),
                "CALL",
                CUSTOMER,
                task.relationship(),
                new Task.Source(new EnrolmentId(301), 3, null),
                task.staff(),
                task.title(),
                null,
                task.dueAt(),
                task.expiresAt(),
                new State.Open(),
                1,
                NOW,
                NOW);
    }

    private void know(boolean live, boolean blacklisted, ConsentState consent, Set<String> optedOut) {
        var link = new Reach.Link(
                new RelationshipId(201),
                ACCOUNT,
                new IdentityId(301),
                CUSTOMER,
                "wm101",
                SENDER,
                live,
                true,
                null,
                20.0,
                .9,
                new Reach.Names(LocalDate.of(2026, 3, 1), 0, "小王", "一店", "Demo"));
        reachability.put(
                BRAND, new Reach(CUSTOMER, "客户", blacklisted, consent, optedOut, ZoneId.of("Asia/Shanghai"), link));
    }

    private void assertTakenBack(String reason) {
        assertThat(tasks.all(BRAND)).extracting(Task::state).containsExactly(new State.Cancelled(reason, NOW), OPEN);
        var decision = sends.all(BRAND).getFirst().decision();
        assertThat(decision.verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(sends.all(BRAND).getFirst().reservedAt()).isNull();
    }

    private void assertUntouched() {
        assertThat(tasks.all(BRAND)).extracting(Task::state).containsExactly(OPEN, OPEN);
        assertThat(sends.byTask(BRAND, List.of(new SendId(401)))).hasSize(1);
    }

    private static final State OPEN = new State.Open();

    @Test
    void takesAMessageBackFromItsPersonWhenTheCustomerOptsOut() {
        know(true, false, ConsentState.NOT_RECORDED, Set.of("PRIVATE_CHAT"));
        wishes.optOut(BRAND, CUSTOMER, "PRIVATE_CHAT", "API");

        assertTakenBack("OPTED_OUT");
    }

    @Test
    void leavesItWhereTheOptOutIsOfAnotherTouchpoint() {
        know(true, false, ConsentState.NOT_RECORDED, Set.of("MOMENTS"));
        wishes.optOut(BRAND, CUSTOMER, "MOMENTS", "API");

        assertUntouched();
    }

    @Test
    void takesItBackWhenConsentIsWithdrawn() {
        know(true, false, ConsentState.WITHDRAWN, Set.of());
        consent(false);

        assertTakenBack("NO_CONSENT");
    }

    @Test
    void leavesItWhenConsentIsGiven() {
        consent(true);

        assertUntouched();
    }

    private void consent(boolean granted) {
        wishes.consent(BRAND, new RecordWishes.Consent(CUSTOMER, "MARKETING", granted, null, null, null));
    }

    @Test
    void takesItBackWhenTheCustomerIsBanned() {
        know(true, true, ConsentState.NOT_RECORDED, Set.of());
        change(true);

        assertThat(tasks.all(BRAND))
                .as("the call too: nobody contacts them")
                .extracting(Task::state)
                .containsOnly(new State.Cancelled("BLACKLISTED", NOW));
        assertThat(sends.all(BRAND).getFirst().decision().reason()).isEqualTo("BLACKLISTED");
    }

    @Test
    void leavesItWhenSomethingElseOfTheCustomerChanges() {
        change(false);

        assertUntouched();
    }

    private void change(boolean blacklisted) {
        new ChangeCustomer(
                        store,
                        clock,
                        customers,
                        (brand, customer, _, _) -> takeBack.blacklisted(brand, Set.of(customer)))
                .handle(new ChangeCustomer.Command(
                        BRAND, CUSTOMER_ID, null, "新名", Customer.Gender.UNKNOWN, null, blacklisted));
    }

    @Test
    void takesItBackWhenTheCustomerIsLostOverThatAccount() {
        know(false, false, ConsentState.NOT_RECORDED, Set.of());
        takeBack.changed(
                BRAND, relationship(null), relationship(new Relationship.Ended(Relationship.By.CUSTOMER, NOW)));

        assertTakenBack("LOST");
    }

    @Test
    void leavesItWhenAnotherAccountLosesTheCustomer() {
        takeBack.changed(BRAND, relationship(null), relationship(new Relationship.Ended(Relationship.By.STAFF, NOW)));

        assertUntouched();
    }

    private static Relationship relationship(Relationship.@Nullable Ended ended) {
        return new Relationship(
                new RelationshipId(201),
                PublicId.of(NOW, 201, 201),
                CUSTOMER,
                ACCOUNT,
                new IdentityId(301),
                null,
                null,
                0,
                NOW,
                ended,
                null,
                null,
                1,
                NOW,
                NOW);
    }
}
