package cn.siyu.application.graduation;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.PHONE;

import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.contact.SendRequest;
import cn.siyu.application.contact.port.InMemorySendBatches;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.graduation.port.Candidates.Listed;
import cn.siyu.application.graduation.port.Fits.Ranked;
import cn.siyu.application.graduation.port.InMemoryCandidates;
import cn.siyu.application.graduation.port.InMemoryFits;
import cn.siyu.application.graduation.port.InMemoryProgramResults;
import cn.siyu.application.graduation.port.InMemoryPrograms;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolOne;
import cn.siyu.application.sop.Enroller;
import cn.siyu.application.sop.port.InMemoryEnrolments;
import cn.siyu.application.sop.port.InMemorySopVersions;
import cn.siyu.application.sop.port.InMemorySops;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.application.task.HandWorld;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.TrustUseCases;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.audience.Assignment.Arm;
import cn.siyu.domain.audience.Assignment.Holdout;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Identity;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.CandidateId;
import cn.siyu.domain.graduation.FitFacts;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ProgramId;
import cn.siyu.domain.graduation.ProgramResult;
import cn.siyu.domain.graduation.Tokens;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopDefinition;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Trigger;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Customers of a member on WeCom, and the phone of an operator (one new friend a day) that a
/// program leads them to; all in memory.
final class GraduationWorld {
    static final ChannelAccountId WECOM = new ChannelAccountId(60);
    static final ProgramId PROGRAM = new ProgramId(1);
    private static final long MATERIAL = 1;

    final HandWorld hands = new HandWorld();
    final InMemoryPrograms programs = new InMemoryPrograms(hands.world.store);
    final InMemoryCandidates candidates = new InMemoryCandidates(
            hands.world.store, customer -> PublicId.of(NOW, customer.value(), customer.value()), (_, _) -> true);
    final InMemoryProgramResults results = new InMemoryProgramResults(hands.world.store);
    final InMemoryFits fits = new InMemoryFits();
    final InMemorySends sends = new InMemorySends(hands.world.store);
    final InMemoryEnrolments enrolments = new InMemoryEnrolments(hands.world.store, (_, _) -> true, (_, _) -> true);
    final InMemoryTrustLedger ledger =
            new InMemoryTrustLedger(hands.world.store, hands.world.relationships, _ -> "WECOM");
    final TrustPorts trust = new TrustPorts(
            hands.world.store,
            hands.world.brands,
            hands.world.ids,
            hands.world.customers,
            hands.world.relationships,
            new InMemoryEvidenceLog(hands.world.store),
            ledger,
            WECOM);
    final PoliciesInForce policies = new PoliciesInForce(new TestEditions(), hands.overrides);
    private final InMemorySops sops = new InMemorySops(hands.world.store);
    final InMemorySopVersions versions = new InMemorySopVersions(hands.world.store);
    final InMemorySendBatches batches = new InMemorySendBatches(hands.world.store, sends);
    private final Map<CustomerId, Relationship> onWecom = new HashMap<>();

    /// Where transactions run; a test may let the process die in one.
    UnitOfWork work = hands.world.store;

    GraduationWorld() {
        hands.accounts.add(BRAND, HandWorld.account(WECOM, "in-memory", HandWorld.HOLDER));
        batches.account(WECOM, new Sender("in-memory", "main", "ada"));
    }

    Instant now() {
        return hands.world.clock.now(BRAND);
    }

    void pass(Duration by) {
        hands.world.brands.moveClock(BRAND, now().plus(by));
    }

    /// A program that runs and holds nobody out.
    Program program(Program.Kind kind, @Nullable SopId sop) {
        return program(kind, sop, new Holdout(0));
    }

    /// A program that runs.
    Program program(Program.Kind kind, @Nullable SopId sop, Holdout holdout) {
        var program = new Program(
                        PROGRAM,
                        publicId(PROGRAM.value()),
                        "前 2%",
                        kind,
                        null,
                        holdout,
                        List.of(PHONE),
                        MATERIAL,
                        sop,
                        Duration.ofDays(14),
                        Program.State.DRAFT,
                        null,
                        null,
                        null,
                        1,
                        NOW,
                        NOW)
                .become(Program.State.ACTIVE, now());
        programs.add(BRAND, program);
        return program;
    }

    private MeasureProgram measure() {
        return new MeasureProgram(candidates, GraduationPolicies.of(policies));
    }

    /// The program ends, as a client says.
    void end() {
        var ended = new SwitchProgram(programs, candidates, results, measure(), work, hands.world.clock)
                .handle(new SwitchProgram.Command(
                        HandWorld.operator(), publicId(PROGRAM.value()), Program.State.ENDED, null));
        if (!(ended instanceof SwitchProgram.Outcome.Switched)) {
            throw new AssertionError(ended);
        }
    }

    ProgramResult report() {
        return new ReportProgram(programs, results, measure(), hands.world.clock)
                .answer(HandWorld.operator(), publicId(PROGRAM.value()))
                .orElseThrow()
                .result();
    }

    void become(Program.State state) {
        var program = programs.findAll(BRAND, List.of(PROGRAM)).getFirst();
        programs.replace(BRAND, program.become(state, now()));
        candidates.awaken(BRAND, PROGRAM, now());
    }

    static PublicId publicId(long number) {
        return PublicId.of(NOW, number, number);
    }

    /// Somebody on WeCom who once replied.
    CustomerId customer(long number, @Nullable String phone) {
        var key = new IdentityKey(IdentityType.EXTERNAL_USERID, "main", "wm" + number);
        var added = (AddRelationship.Outcome.Added) hands.world.add.handle(new AddRelationship.Command(
                BRAND,
                WECOM,
                key,
                new AddRelationship.Person("小明", Customer.Gender.UNKNOWN, null),
                1,
                null,
                NOW.minus(Duration.ofDays(100))));
        var relationship = added.relationship();
        var customer = relationship.customer();
        onWecom.put(customer, relationship);
        if (phone != null) {
            identity(customer, new IdentityKey(IdentityType.PHONE, "", phone));
        }
        hands.world.store.run(() -> TrustUseCases.record(trust)
                .record(
                        BRAND,
                        List.of(new EvidenceFact(
                                "REPLIED",
                                customer,
                                relationship.id(),
                                NOW.minus(Duration.ofDays(1)),
                                NOW.minus(Duration.ofDays(1)),
                                1,
                                "reply-" + number))));
        reach(customer, false);
        return customer;
    }

    private void identity(CustomerId customer, IdentityKey key) {
        long id = hands.world.ids.next();
        hands.world.identities.add(
                BRAND,
                List.of(new Identity(new IdentityId(id), publicId(id), key, customer, IdentitySource.IMPORT, NOW)));
    }

    /// What the governor knows of somebody from now on.
    void reach(CustomerId customer, boolean optedOut) {
        var relationship = onWecom(customer);
        var link = new Reach.Link(
                relationship.id(),
                WECOM,
                relationship.identity(),
                customer,
                "wm" + customer.value(),
                new Sender("in-memory", "main", "ada"),
                true,
                true,
                null,
                50.0,
                .9,
                new Reach.Names(LocalDate.of(2026, 1, 1), 2, "小王", "一店", "Demo"));
        hands.reachability.put(
                BRAND,
                new Reach(
                        customer,
                        "小明",
                        false,
                        ConsentState.NOT_RECORDED,
                        optedOut ? Set.of(SendRequest.PRIVATE_CHAT) : Set.of(),
                        HandWorld.ZONE,
                        link));
    }

    Relationship onWecom(CustomerId customer) {
        return Objects.requireNonNull(onWecom.get(customer));
    }

    /// Was chosen to be invited, at this moment.
    Candidate chosen(CustomerId customer) {
        long id = hands.world.ids.next();
        var candidate = new Candidate(
                new CandidateId(id),
                publicId(id),
                PROGRAM,
                customer,
                Arm.TREATED,
                new Candidate.Before(1, 50),
                PHONE,
                Tokens.of(publicId(id)),
                Candidate.State.CHOSEN,
                null,
                Candidate.Invitation.NONE,
                null,
                now(),
                1,
                now(),
                now());
        candidates.add(BRAND, List.of(candidate));
        return candidate;
    }

    /// The customer has become a friend of the phone.
    Relationship comes(CustomerId customer) {
        return comes(customer, now());
    }

    /// The customer turns out to be a friend of the phone since a moment.
    Relationship comes(CustomerId customer, Instant since) {
        long id = hands.world.ids.next();
        var relationship = new Relationship(
                new RelationshipId(id),
                publicId(id),
                customer,
                PHONE,
                new IdentityId(id),
                null,
                null,
                0,
                since,
                null,
                null,
                null,
                1,
                now(),
                now());
        hands.world.relationships.add(BRAND, relationship);
        new GraduationWitness(candidates, Persons.ALONE, hands.world.clock).changed(BRAND, null, relationship);
        return relationship;
    }

    /// An SOP that waits a day, running.
    SopId sop(long number) {
        var version = new SopVersionId(number + 1);
        var definition = SopFixtures.definition(new Trigger.Manual(), null, SopFixtures.aSend(MATERIAL));
        versions.add(BRAND, version(number, version, definition));
        versions.replace(BRAND, version(number, version, definition).publishedAt(NOW));
        var sop = Sop.begun(new SopId(number), publicId(number), "SOP", NOW);
        sops.add(BRAND, sop);
        sops.replace(BRAND, sop.activated(version, false, NOW));
        return sop.id();
    }

    private static SopVersion version(long sop, SopVersionId id, SopDefinition definition) {
        return new SopVersion(id, publicId(id.value()), new SopId(sop), 1, definition, null, 1, NOW, NOW);
    }

    EnrolOne enrol() {
        return new EnrolOne(
                sops,
                new Definitions(versions),
                hands.world.customers,
                new Enroller(enrolments, hands.world.ids),
                hands.world.brands);
    }

    /// Is in an SOP about the relationship on WeCom.
    void enrolled(SopId sop, CustomerId customer) {
        hands.world.store.run(
                () -> enrol().enrol(BRAND, sop, customer, onWecom(customer).id(), now()));
    }

    List<Enrolment> enrolmentsOf(CustomerId customer) {
        return enrolments.all(BRAND).stream()
                .filter(each -> each.customer().equals(customer))
                .toList();
    }

    AdvanceCandidates advance() {
        return new Advancing(this).advance();
    }

    ChooseCandidates choose() {
        var in = GraduationPolicies.of(policies);
        var rooms = new Rooms(hands.accounts, hands.paces, candidates, hands.world.brands);
        var rank = new RankFits(
                fits,
                new MeasureValue(fits, in, hands.world.brands, work),
                rooms,
                in,
                hands.sights,
                hands.world.brands,
                hands.world.clock);
        return new ChooseCandidates(programs, candidates, fits, rank, rooms, hands.accounts, in, hands.world.ids, work);
    }

    /// Somebody fits, and is so close.
    void fits(long customer, double social) {
        fits.put(new Ranked(
                new CustomerId(customer),
                publicId(customer),
                new FitFacts(1_000, social, .9, 3, 0, false, false, false, null, 0)));
    }

    /// Works until nothing is due.
    void run() {
        int rounds = 0;
        while (advance().runDue(BRAND, now(), 100) > 0) {
            if (++rounds > 50) {
                throw new AssertionError("never comes to an end");
            }
        }
    }

    Candidate candidate(CustomerId customer) {
        return candidates.page(BRAND, PROGRAM, null, new Sight.Everything(), 0, 1000).stream()
                .map(Listed::candidate)
                .filter(each -> each.customer().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    List<Task> tasksOf(CustomerId customer) {
        return hands.tasks.page(BRAND, Tasks.Filter.ANY, null, 1_000).stream()
                .filter(task -> customer.equals(task.customer()))
                .toList();
    }

    /// How many messages were planned to a customer.
    long messagesTo(CustomerId customer) {
        return sends.all(BRAND).stream()
                .filter(send -> send.aim().customer().equals(customer))
                .count();
    }

    double socialPoints(CustomerId customer, Relationship relationship) {
        return hands
                .world
                .store
                .inTransaction(() -> TrustUseCases.read(trust).answer(BRAND, customer))
                .relationships()
                .stream()
                .filter(one -> one.relationship().equals(relationship.id()))
                .findFirst()
                .orElseThrow()
                .trust()
                .social()
                .points();
    }
}
