package cn.siyu.application.sop;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryChannelCommands;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.CancelSends;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendBatches;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.contact.port.LastOrder;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.customer.port.InMemoryCustomers;
import cn.siyu.application.customer.port.InMemoryTags;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.sop.port.InMemoryAudiences;
import cn.siyu.application.sop.port.InMemoryEnrolments;
import cn.siyu.application.sop.port.InMemoryReferenceBook;
import cn.siyu.application.sop.port.InMemorySopChanges;
import cn.siyu.application.sop.port.InMemorySopVersions;
import cn.siyu.application.sop.port.InMemorySops;
import cn.siyu.application.sop.port.InMemoryStoreVariants;
import cn.siyu.application.sop.port.InMemoryWaves;
import cn.siyu.application.task.CancelTasks;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.MakeTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.domain.audience.CustomerField;
import cn.siyu.domain.audience.Facts;
import cn.siyu.domain.audience.Value;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sandbox brand with customers of one staff member, in memory, and everything that SOPs need.
final class SopWorld {
    static final BrandId BRAND = new BrandId(1);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /// Ten in the morning in Shanghai.
    static final Instant MORNING = Instant.parse("2026-03-10T02:00:00Z");

    static final long MATERIAL = 1;
    /// By whom SOPs are switched here.
    static final SopChange.By WHO = new SopChange.By(PublicId.of(MORNING, 99, 99), "活动");
    static final ChannelAccountId ACCOUNT = new ChannelAccountId(60);

    final InMemoryStore store = new InMemoryStore();
    final InMemoryBrands brands = new InMemoryBrands(store);
    final InMemoryIdSource ids = new InMemoryIdSource();
    final BrandClock clock = new BrandClock(brands, InstantSource.system());
    final InMemoryDepartments departments = new InMemoryDepartments(store);
    final InMemoryStaffMembers members = new InMemoryStaffMembers(store);
    final ResolveSight sights = new ResolveSight(departments, members);
    final InMemoryCustomers customers = new InMemoryCustomers(store);
    final InMemoryTags tags = new InMemoryTags(store);
    final InMemoryChannelCommands commands = new InMemoryChannelCommands(store);
    final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    final InMemoryReachability reachability = new InMemoryReachability();
    final InMemorySends sends = new InMemorySends(store);
    final InMemorySendBatches batches = new InMemorySendBatches(store, sends);
    final InMemorySops sops = new InMemorySops(store);
    final InMemorySopChanges changes = new InMemorySopChanges(store);
    final InMemorySopVersions versions = new InMemorySopVersions(store);
    /// Customers that no part of the brand serves.
    final Set<CustomerId> unseen = new HashSet<>();

    final InMemoryEnrolments enrolments =
            new InMemoryEnrolments(store, (customer, _) -> !unseen.contains(customer), (_, _) -> true);
    /// At which stores accounts are; not kept in transactions.
    final Map<ChannelAccountId, DepartmentId> storeOf = new HashMap<>();

    final InMemoryStoreVariants variants =
            new InMemoryStoreVariants(store, (_, _) -> Optional.ofNullable(storeOf.get(ACCOUNT)));
    final InMemoryWaves waves = new InMemoryWaves(store);
    final InMemoryAudiences audiences = new InMemoryAudiences(enrolments);
    final InMemoryReferenceBook book = new InMemoryReferenceBook();
    final InMemoryPersonas personas = new InMemoryPersonas(store);
    final InMemoryTasks tasks = new InMemoryTasks(store, Map.of(), (_, _) -> true);
    final Definitions definitions = new Definitions(versions);
    final Enroller enroller = new Enroller(enrolments, ids);
    final EnrolmentWitness witness;
    final StopEnrolments stop;
    final EnrolByTrigger trigger;
    final EnrolCustomers byHand;
    final EnrolMatching matching;
    final EnrolAudiences looks;
    final SwitchSop switches;

    private final PoliciesInForce policies =
            new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(store));
    private final PlanSends plan;
    private long next = 1000;

    SopWorld() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", MORNING));
        accounts.add(BRAND, ChannelAccountsContract.anAccount(ACCOUNT.value(), 100, 100));
        batches.account(ACCOUNT, new Sender("in-memory", "main", "staff-1"));
        var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(() -> clock.now(BRAND)));
        var rules = new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel)));
        var ledgers = new Ledgers(new InMemoryContactLedgers(store), new InMemoryRecipientQuotas(store), Persons.ALONE);
        var hands = new HandTasks(tasks, new InMemoryHandBatches(store), accounts, policies, List.of(channel), ids);
        var paces = new AccountPaces(new InMemoryAccountStandings(store), policies);
        var planner = new SendPlanner(
                reachability,
                ledgers,
                rules,
                new OneMaterial(),
                batches,
                new SendPlanner.ByHand(accounts, paces, hands),
                ids);
        plan = new PlanSends(planner, sends, clock, ids);
        witness = EnrolmentWitness.of(List.of(
                new CancelOpenSends(new CancelSends(sends, batches, ledgers, rules)),
                new CancelTasks(tasks, TaskWitness.NOBODY)));
        stop = new StopEnrolments(enrolments, definitions, witness, Persons.ALONE, store, clock);
        trigger = new EnrolByTrigger(sops, definitions, enrolments, customers, audiences, enroller, brands, clock);
        byHand = new EnrolCustomers(sops, definitions, customers, audiences, enroller, brands, sights, store, clock);
        matching = new EnrolMatching(sops, definitions, audiences, enroller, brands, sights, store, clock);
        looks = new EnrolAudiences(sops, definitions, audiences, enroller, brands, store, clock);
        switches = new SwitchSop(sops, versions, enrolments, sends, new SopJournal(changes, ids), store, clock);
    }

    Instant now() {
        return clock.now(BRAND);
    }

    void advance(Duration by) {
        brands.moveClock(BRAND, now().plus(by));
    }

    AdvanceEnrolments engine(UnitOfWork work) {
        var orders =
                new StepOrders(reachability, accounts, new CheckPersona(personas), new MakeTasks(tasks, policies, ids));
        return new AdvanceEnrolments(
                enrolments,
                sops,
                definitions,
                new StoreSteps(variants, departments),
                new StepSends(audiences, waves, plan, brands, ids),
                new StepTags(reachability, tags, commands, ids),
                orders,
                new Zones(customers, brands),
                witness,
                work);
    }

    /// Puts a department below another one.
    void move(Department what, Department under) {
        var moved = new Department(
                what.id(),
                what.publicId(),
                what.externalId(),
                what.kind(),
                under.id(),
                Department.pathOf(under, what.id()),
                what.name(),
                what.zone(),
                what.address(),
                what.version() + 1,
                what.createdAt(),
                what.updatedAt());
        departments.movePaths(BRAND, what.path(), moved.path());
        departments.replace(BRAND, moved);
    }

    /// The tasks of a customer, in the order in which they were made.
    List<Task> tasksOf(Customer customer) {
        return tasks.page(BRAND, Tasks.Filter.ANY, null, 1_000).stream()
                .filter(task -> customer.id().equals(task.customer()))
                .sorted(Comparator.comparingLong(task -> task.id().value()))
                .toList();
    }

    /// Works until nothing is due.
    void run() {
        while (engine(store).runDue(BRAND, now(), 100) > 0) {
            // one more chunk
        }
    }

    /// Advances to each due moment in turn, until `by` has passed.
    void run(Duration by) {
        Instant end = now().plus(by);
        run();
        while (enrolments.nextDueAt(BRAND).filter(due -> !due.isAfter(end)).isPresent()) {
            brands.moveClock(BRAND, enrolments.nextDueAt(BRAND).orElseThrow());
            run();
        }
        brands.moveClock(BRAND, end);
    }

    /// An active SOP with that definition published as its first version.
    Sop sop(SopDefinition definition) {
        long id = next++;
        var sop = Sop.begun(new SopId(id), ids.publicId(id, now()), "SOP " + id, now());
        sops.add(BRAND, sop);
        return activate(sop, publish(sop, 1, definition));
    }

    SopVersion publish(Sop sop, int number, SopDefinition definition) {
        long id = next++;
        var draft = new SopVersion(
                new SopVersionId(id), ids.publicId(id, now()), sop.id(), number, definition, null, 1, now(), now());
        versions.add(BRAND, draft);
        var published = draft.publishedAt(now());
        versions.replace(BRAND, published);
        return published;
    }

    Sop activate(Sop sop, SopVersion version) {
        switchTo(sop, new SwitchSop.Wanted.Active(version.number()));
        return sops.find(BRAND, sop.id()).orElseThrow();
    }

    SwitchSop.Outcome switchTo(Sop sop, SwitchSop.Wanted wanted) {
        return switches.handle(
                new SwitchSop.Command(SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), wanted, WHO));
    }

    /// A new customer with a live relationship.
    Customer customer() {
        return customer("客户", null);
    }

    Customer customer(String nickname, @Nullable ZoneId zone) {
        long id = next++;
        var customer = new Customer(
                new CustomerId(id),
                ids.publicId(id, now()),
                nickname,
                Customer.Gender.UNKNOWN,
                zone,
                false,
                1,
                now(),
                now());
        customers.add(BRAND, List.of(customer));
        reach(customer, true);
        rename(customer, nickname);
        return customer;
    }

    /// What audiences know of a customer from now on.
    void rename(Customer customer, String nickname) {
        Facts facts = field -> field.equals(CustomerField.NICKNAME.field()) ? new Value.Text(nickname) : null;
        audiences.put(BRAND, customer, facts);
    }

    static RelationshipId relationship(Customer customer) {
        return new RelationshipId(customer.id().value() + 100_000);
    }

    void reach(Customer customer, boolean live) {
        reach(customer, live, false);
    }

    /// From now on nobody of the brand may contact the customer.
    void blacklist(Customer customer) {
        reach(customer, true, true);
    }

    private void reach(Customer customer, boolean live, boolean blacklisted) {
        var link = new Reach.Link(
                relationship(customer),
                ACCOUNT,
                new IdentityId(customer.id().value() + 200_000),
                customer.id(),
                "wm" + customer.id().value(),
                new Sender("in-memory", "main", "staff-1"),
                live,
                true,
                null,
                50.0,
                .9,
                new Reach.Names(LocalDate.of(2026, 3, 1), 2, "小王", "一店", "Demo"));
        reachability.put(
                BRAND,
                new Reach(
                        customer.id(),
                        customer.nickname(),
                        blacklisted,
                        ConsentState.NOT_RECORDED,
                        Set.of(),
                        SHANGHAI,
                        link));
    }

    EnrolCustomers.Outcome enrol(Sop sop, Customer... who) {
        List<PublicId> wanted = List.of(who).stream().map(Customer::publicId).toList();
        return byHand.handle(new EnrolCustomers.Command(caller(new DataScope.WholeBrand()), sop.publicId(), wanted));
    }

    static Caller caller(DataScope sees) {
        return new Caller(BRAND, PublicId.of(MORNING, 1, 1), EnumSet.allOf(Scope.class), sees);
    }

    Enrolment only(Customer customer) {
        List<Enrolment> of = enrolments.all(BRAND).stream()
                .filter(each -> each.customer().equals(customer.id()))
                .toList();
        if (of.size() != 1) {
            throw new AssertionError("enrolments of the customer: " + of);
        }
        return of.getFirst();
    }

    List<Send.Verdict> verdicts(Customer customer) {
        return sends.all(BRAND).stream()
                .filter(send -> send.aim().customer().equals(customer.id()))
                .map(send -> send.decision().verdict())
                .toList();
    }

    private static final class OneMaterial implements Composer {
        @Override
        public Map<Long, Composition> open(BrandId brand, Collection<Long> materials) {
            Map<Long, Composition> open = new HashMap<>();
            materials.forEach(number -> open.put(number, new Hello()));
            return open;
        }
    }

    private record Hello() implements Composer.Composition {
        @Override
        public boolean needsOrders() {
            return false;
        }

        @Override
        public Composer.Written write(Reach reach, @Nullable LastOrder lastOrder) {
            return new Composer.Written.Message(OutboundMessage.text("新品上市"));
        }
    }
}
