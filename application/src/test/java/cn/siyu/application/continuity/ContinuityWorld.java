package cn.siyu.application.continuity;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.contact.MovingSends;
import cn.siyu.application.continuity.port.InMemoryInheritances;
import cn.siyu.application.continuity.port.InMemoryTransferBook;
import cn.siyu.application.continuity.port.Inheritances.Standing;
import cn.siyu.application.continuity.port.Inheritances.Taker;
import cn.siyu.application.continuity.port.TransferBook.Filter;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.customer.HandOverRelationships;
import cn.siyu.application.customer.ListedRelationships;
import cn.siyu.application.customer.port.InMemorySight;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.sop.MoveEnrolments;
import cn.siyu.application.sop.port.InMemoryEnrolments;
import cn.siyu.application.task.MoveTasks;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.application.trust.CarryTrustOfMany;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.id.PublicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A store in which `ada` hands over to `bob` and `cyd`, in memory, with a channel whose far side
/// keeps transfers.
final class ContinuityWorld {
    static final ChannelAccountId ADA = new ChannelAccountId(601);
    static final ChannelAccountId BOB = new ChannelAccountId(602);
    static final ChannelAccountId CYD = new ChannelAccountId(603);

    final CustomerWorld world = new CustomerWorld();
    final InMemoryFarSide farSide = new InMemoryFarSide(this::now);
    final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    final InMemoryStaffMembers members = new InMemoryStaffMembers(world.store);
    final InMemoryInheritances inheritances = new InMemoryInheritances(world.store, members);
    final InMemoryTransferBook book =
            new InMemoryTransferBook(world.store, inheritances, (one, sight) -> seen(one, sight));
    final InMemoryTasks tasks = new InMemoryTasks(world.store, Map.of(), (_, _) -> true);
    final InMemoryEnrolments enrolments = new InMemoryEnrolments(world.store, (_, _) -> true, (_, _) -> true);
    final InMemoryTrustLedger ledger = new InMemoryTrustLedger(world.store, world.relationships, _ -> "WECOM");
    final TrustPorts trust = new TrustPorts(
            world.store,
            world.brands,
            world.ids,
            world.customers,
            world.relationships,
            new InMemoryEvidenceLog(world.store),
            ledger,
            ADA);
    final MovingSends sends = new MovingSends(world.store);
    Persons persons = Persons.ALONE;
    ChannelAdapter channel = new InMemoryChannel("app", "demo", farSide);
    private Instant machine = Instant.parse("2026-11-01T00:00:00Z");
    private final InMemoryDepartments departments = new InMemoryDepartments(world.store);
    private final ResolveSight sights = new ResolveSight(departments, members);
    private final PoliciesInForce policies =
            new PoliciesInForce(new TransferEditions(), new InMemoryPolicyOverrides(world.store));

    ContinuityWorld() {
        departments.add(BRAND, ContinuityFixtures.store());
        staff(ADA, "ada", 1000);
        staff(BOB, "bob", 1000);
        staff(CYD, "cyd", 1000);
    }

    private void staff(ChannelAccountId account, String name, int cap) {
        farSide.addStaff(name);
        members.add(BRAND, ContinuityFixtures.member(account, name));
        accounts.add(BRAND, ContinuityFixtures.account(account, name, cap, 1));
    }

    static PublicId publicId(ChannelAccountId account) {
        return PublicId.of(NOW, account.value(), account.value());
    }

    Instant now() {
        return world.clock.now(BRAND);
    }

    void pass(Duration by) {
        world.brands.moveClock(BRAND, now().plus(by));
    }

    /// The machine's clock only: whoever was calling is gone.
    void machinePasses(Duration by) {
        machine = machine.plus(by);
    }

    /// Somebody becomes a customer of a member.
    Relationship meets(String member, ChannelAccountId account) {
        var met = farSide.customerAdds(member, null);
        var person = new AddRelationship.Person("小明", Customer.Gender.UNKNOWN, null);
        var added = (AddRelationship.Outcome.Added) world.add.handle(
                new AddRelationship.Command(BRAND, account, key(met.contactId()), person, 1, null, now()));
        return added.relationship();
    }

    String contact(Relationship one) {
        return world.identities.find(BRAND, one.identity()).orElseThrow().key().value();
    }

    PublicId publicId(Relationship of) {
        return world.customers.findAll(BRAND, List.of(of.customer())).getFirst().publicId();
    }

    static IdentityKey key(String contact) {
        return new IdentityKey(IdentityType.EXTERNAL_USERID, "app", contact);
    }

    private Colleagues colleagues() {
        return new Colleagues(world.brands, accounts, members, departments, policies, book);
    }

    private Connections connections() {
        return new Connections(List.of(channel));
    }

    private PlanInheritance plan() {
        return new PlanInheritance(
                accounts, world.relationships, world.identities, book, colleagues(), connections(), policies);
    }

    StartInheritance start() {
        return new StartInheritance(
                world.store,
                world.clock,
                world.ids,
                new CheckWishes(
                        members, departments, accounts, world.customers, world.relationships, Persons.ALONE, sights),
                plan(),
                inheritances,
                book);
    }

    ReadInheritances read() {
        return new ReadInheritances(inheritances, book, accounts, members, world.customers, persons, sights);
    }

    CancelInheritance cancel() {
        return new CancelInheritance(world.store, world.clock, inheritances, book, read());
    }

    private boolean seen(Transfer one, Sight sight) {
        var rule = new InMemorySight(world.relationships, accounts);
        return rule.over(BRAND, sight, one.from())
                && (!(one.subject() instanceof Transfer.OfCustomer of) || rule.customer(BRAND, sight, of.customer()));
    }

    RunInheritances run() {
        var conclusions =
                new ConcludeTransfers(inheritances, book, new Reassign(inheritances, book, colleagues()), world.store);
        var relationships = new HandOverRelationships(
                world.relationships,
                world.identities,
                new ListedRelationships(
                        world.relationships, world.book, world.acquisition, world.brands, world.ids, world),
                world.book,
                world.tags,
                world.ids);
        var takeOver = new TakeOver(
                relationships, new MoveEnrolments(enrolments), sends.use(), new MoveTasks(tasks), carry(), accounts);
        return new RunInheritances(
                new PrepareInheritances(inheritances, book, plan(), world.store, world.ids),
                new AskForTransfers(
                        inheritances,
                        book,
                        accounts,
                        connections(),
                        policies,
                        conclusions,
                        world.store,
                        world.ids,
                        () -> machine),
                new FollowTransfers(inheritances, book, accounts, connections(), takeOver, conclusions, world.store),
                inheritances,
                book,
                Duration.ofSeconds(30));
    }

    CarryTrustOfMany carry() {
        return TrustUseCases.carry(trust);
    }

    NoticeTransfers notice() {
        return new NoticeTransfers(book, world.identities);
    }

    /// Works until nothing is due.
    void settle() {
        var run = run();
        int rounds = 0;
        while (run.runDue(BRAND, now(), 1000) > 0) {
            if (++rounds > 100) {
                throw new IllegalStateException("the work has no end");
            }
        }
    }

    Caller caller() {
        return new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.WholeBrand());
    }

    StartInheritance.Command all(Inheritance.Kind kind, ChannelAccountId... takers) {
        return wish(kind, null, null, takers);
    }

    StartInheritance.Command wish(
            Inheritance.Kind kind,
            @Nullable List<PublicId> customers,
            @Nullable List<String> groups,
            ChannelAccountId... takers) {
        var shares = new ArrayList<StartInheritance.Share>();
        for (ChannelAccountId taker : takers) {
            shares.add(new StartInheritance.Share(publicId(taker), null));
        }
        return new StartInheritance.Command(
                caller(),
                PublicId.of(NOW, 1, 1),
                kind,
                ContactWay.Rule.LEAST_LOADED,
                shares,
                null,
                customers,
                groups,
                null);
    }

    Inheritance started(StartInheritance.Command command) {
        return ((StartInheritance.Outcome.Started) start().start(command)).inheritance();
    }

    Inheritance order(Inheritance one) {
        return inheritances.find(BRAND, one.id()).orElseThrow();
    }

    List<Transfer> transfers(Inheritance of) {
        return book.page(BRAND, of.id(), new Sight.Everything(), Filter.ALL, 0, 10_000);
    }

    /// The relationships of whoever has one, ended ones too.
    List<Relationship> relationships(Relationship one) {
        return world.relationships.of(BRAND, List.of(one.customer()));
    }

    /// Customers of ada.
    List<Relationship> customers(int number) {
        return IntStream.range(0, number).mapToObj(_ -> meets("ada", ADA)).toList();
    }

    /// The states of an order's transfers, each once.
    List<Transfer.State> states(Inheritance order) {
        return transfers(order).stream().map(Transfer::state).distinct().toList();
    }

    /// The live relationship of whoever has one.
    Relationship live(Relationship one) {
        return relationships(one).stream()
                .filter(Relationship::live)
                .reduce((_, _) -> {
                    throw new AssertionError("two live relationships");
                })
                .orElseThrow();
    }

    /// How many customers of an order are on their way to an account.
    long promised(Inheritance order, ChannelAccountId taker) {
        return transfers(order).stream()
                .filter(one -> one.ofCustomer() && one.open() && taker.equals(one.to()))
                .count();
    }

    /// How those who take over stand.
    List<Standing> takers(Inheritance order) {
        return inheritances.takers(BRAND, order.id()).stream()
                .map(Taker::standing)
                .toList();
    }

    /// The connection over which everybody is reached is not configured (any more).
    void losesItsConnection() {
        channel = new InMemoryChannel("another", "demo", farSide);
    }

    /// It is back.
    void hasItsConnection() {
        channel = new InMemoryChannel("app", "demo", farSide);
    }

    /// Ada holds another account too.
    void adaHoldsAnother(ChannelAccountId account, String name) {
        farSide.addStaff(name);
        accounts.add(BRAND, ContinuityFixtures.heldBy(ADA, ContinuityFixtures.account(account, name, 1000, 1)));
    }

    /// The account is out of use.
    void closes(ChannelAccountId account) {
        accounts.replace(
                BRAND, ContinuityFixtures.closed(accounts.find(BRAND, account).orElseThrow()));
    }

    /// The account holds no more customers than that.
    void holds(ChannelAccountId account, int cap) {
        var one = accounts.find(BRAND, account).orElseThrow();
        accounts.replace(BRAND, ContinuityFixtures.account(account, one.name(), cap, one.version() + 1));
    }

    /// A customer of somebody becomes a contact of another member too.
    void knows(Relationship customer, ChannelAccountId account) {
        world.add.handle(new AddRelationship.Command(
                BRAND,
                account,
                key(contact(customer)),
                new AddRelationship.Person(null, Customer.Gender.UNKNOWN, null),
                1,
                null,
                now()));
    }

    /// The same wish, of another member.
    StartInheritance.Command from(long staff, StartInheritance.Command wish) {
        return new StartInheritance.Command(
                wish.caller(),
                PublicId.of(NOW, staff, staff),
                wish.kind(),
                wish.rule(),
                wish.takers(),
                wish.department(),
                wish.customers(),
                wish.groups(),
                wish.message());
    }
}
