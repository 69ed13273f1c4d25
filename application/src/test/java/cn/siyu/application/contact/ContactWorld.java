package cn.siyu.application.contact;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.Answers;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.contact.port.InMemorySendBatches;
import cn.siyu.application.contact.port.InMemorySendResults;
import cn.siyu.application.contact.port.InMemorySends;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendOrigin;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.content.port.InMemoryFileSources;
import cn.siyu.application.content.port.InMemoryUploadedFiles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small brand with everything that contact needs, in memory, and a channel whose far side is the
/// witness.
final class ContactWorld {
    static final BrandId BRAND = new BrandId(1);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /// Ten in the morning in Shanghai.
    static final Instant MORNING = Instant.parse("2026-03-10T02:00:00Z");

    static final String STAFF = "staff-1";
    /// The SOP that wants everything here.
    static final long SOP = 1;
    /// A material that says the same to everybody.
    static final long HELLO = 1;
    /// A material that names the customer.
    static final long PERSONAL = 2;
    /// A material with a picture.
    static final long PICTURE = 3;
    /// Where its picture is.
    static final String POSTER = "https://example.com/poster.png";

    final InMemoryStore store = new InMemoryStore();
    final InMemoryBrands brands = new InMemoryBrands(store);
    final InMemoryIdSource ids = new InMemoryIdSource();
    final InMemoryReachability reachability = new InMemoryReachability();
    final InMemoryContactLedgers ledgerRows = new InMemoryContactLedgers(store);
    final InMemoryRecipientQuotas quotas = new InMemoryRecipientQuotas(store);
    final InMemorySends sends = new InMemorySends(store);
    final InMemorySendBatches batches = new InMemorySendBatches(store, sends);
    final InMemorySendResults results = new InMemorySendResults(store, sends);
    final InMemoryFileSources web = new InMemoryFileSources();
    final InMemoryUploadedFiles uploads = new InMemoryUploadedFiles(store);
    final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    final InMemoryPersonas personas = new InMemoryPersonas(store);
    final InMemoryAccountStandings standings = new InMemoryAccountStandings(store);
    final PoliciesInForce care = new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(store));
    /// What people were handed to send.
    final List<HandOver.Handed> handed = new ArrayList<>();

    final Ledgers ledgers = new Ledgers(ledgerRows, quotas, Persons.ALONE);
    final BrandClock clock;
    final InMemoryFarSide farSide;
    private final ChannelAdapter alive;
    ChannelAdapter channel;
    TestPolicies policies = TestPolicies.SHIPPED;
    DispatchSettings settings = DispatchSettings.STANDARD;

    /// Where transactions run; a test may let the process die in one.
    UnitOfWork work = store;

    /// The SOPs that stand still.
    final Set<Long> pausedSops = new HashSet<>();

    private final HoldBack holdBack = new HoldBack((_, sops) -> {
        Set<Long> paused = new HashSet<>(pausedSops);
        paused.retainAll(Set.copyOf(sops));
        return paused;
    });
    private final Map<CustomerId, Reach> reaches = new HashMap<>();
    private final Map<CustomerId, String> welcomeCodes = new HashMap<>();
    private Instant machine = Instant.parse("2026-11-01T00:00:00Z");
    private long customers;
    private @Nullable UploadFiles files;

    ContactWorld() {
        web.put(POSTER, new byte[100]);
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", MORNING));
        clock = new BrandClock(brands, () -> machine);
        farSide = new InMemoryFarSide(() -> clock.now(BRAND));
        alive = new InMemoryChannel("main", "demo", farSide);
        channel = alive;
        farSide.addStaff(STAFF);
        accounts.add(BRAND, ChannelAccountsContract.anAccount(account(STAFF).value(), 100, 100));
        batches.account(account(STAFF), new Sender("in-memory", "main", STAFF));
    }

    static ChannelAccountId account(String staff) {
        return new ChannelAccountId(1000 + staff.hashCode() % 100);
    }

    Instant now() {
        return clock.now(BRAND);
    }

    void advance(Duration by) {
        brands.moveClock(BRAND, now().plus(by));
    }

    /// From now on the process dies at one of the points it passes.
    void dieAt(KillPoints points) {
        files = null;
        work = points.over(store);
        channel = points.over(alive);
    }

    /// A new process, a while later.
    void restart() {
        files = null;
        work = store;
        channel = alive;
        machineAdvances(settings.callOver().plusSeconds(1));
    }

    /// The machine's clocks only.
    void machineAdvances(Duration by) {
        machine = machine.plus(by);
    }

    Rules rules() {
        return new Rules((_, _, _) -> policies.governor(), new Channels(List.of(channel)));
    }

    Composer composer() {
        return new WrittenMaterials();
    }

    /// The code for the one greeting of a customer.
    String welcomeCode(Reach of) {
        return Objects.requireNonNull(welcomeCodes.get(of.customer()));
    }

    SendPlanner planner() {
        var paces = new AccountPaces(standings, care);
        var byHand = new SendPlanner.ByHand(accounts, paces, (_, messages, _) -> handed.addAll(messages));
        return new SendPlanner(reachability, ledgers, rules(), new WrittenMaterials(), batches, byHand, ids);
    }

    List<SendOutcome> plan(SendRequest... requests) {
        return plan(List.of(requests));
    }

    List<SendOutcome> plan(List<SendRequest> requests) {
        var plan = new PlanSends(planner(), sends, clock, ids);
        return work.inTransaction(() -> plan.plan(BRAND, requests));
    }

    int replan() {
        return new ReplanDeferred(planner(), sends, holdBack, work).runDue(BRAND, now(), 100);
    }

    DispatchBatches dispatch() {
        var conclusions = new ConcludeBatch(batches, sends, results, ledgers, rules(), work);
        var admission = new Admission(reachability, ledgers, rules(), sends, holdBack, new CheckPersona(personas));
        var claims = new ClaimBatches(batches, sends, admission, work, this::ticks, settings);
        files = files == null ? new UploadFiles(web, uploads, work, settings) : files;
        var equipment = new EquipBatches(files, batches, conclusions);
        return new DispatchBatches(batches, equipment, claims, calls(), conclusions, clock, () -> machine, settings);
    }

    private CallBatch calls() {
        var conclusions = new ConcludeBatch(batches, sends, results, ledgers, rules(), work);
        return new CallBatch(rules(), conclusions, brands, clock, this::ticks, settings, PollSchedule.STANDARD);
    }

    int poll() {
        var keep = new KeepResults(results, ledgers, rules());
        return new PollResults(batches, results, keep, calls(), work, PollSchedule.STANDARD)
                .runDue(BRAND, now(), 1_000);
    }

    int remind() {
        return new RemindStaff(batches, rules(), calls()).runDue(BRAND, now(), 1_000);
    }

    /// From now on nothing of the SOP of all requests is to leave.
    void pauseSop() {
        pausedSops.add(SOP);
    }

    void resumeSop() {
        pausedSops.remove(SOP);
        work.run(() -> sends.release(BRAND, SOP, now()));
    }

    int cancel(Reach customer) {
        var cancel = new CancelSends(sends, batches, ledgers, rules());
        var ended = new CancelSends.Ended(500 + customer.customer().value(), customer.customer());
        return work.inTransaction(() -> cancel.ofEnrolments(BRAND, List.of(ended), "GOAL_REACHED", now()));
    }

    /// Staff confirm every task there is.
    void staffConfirm() {
        farSide.taskIds().forEach(task -> farSide.staffConfirms(task, STAFF));
    }

    int dispatchAll() {
        return dispatch().runDue(BRAND, now(), 1_000);
    }

    private long ticks() {
        return Duration.between(Instant.EPOCH, machine).toNanos();
    }

    /// A new customer of the staff member, in the far side's eyes too.
    Reach newCustomer() {
        return newCustomer(SHANGHAI);
    }

    Reach newCustomer(ZoneId zone) {
        var met = farSide.customerAdds(STAFF, null);
        var reach = newCustomer(zone, met.contactId());
        if (met.welcomeCode() != null) {
            welcomeCodes.put(reach.customer(), met.welcomeCode());
        }
        return reach;
    }

    /// A customer who left on the far side, which nobody has told us yet.
    Reach newCustomerWhomThePlatformDoesNotKnow() {
        return newCustomer(SHANGHAI, "wm-stranger");
    }

    private Reach newCustomer(ZoneId zone, String recipient) {
        long number = ++customers;
        var reach = Reaches.live(number, account(STAFF), zone, recipient);
        put(reach);
        return reach;
    }

    List<Reach> newCustomers(int count) {
        return IntStream.range(0, count).mapToObj(_ -> newCustomer()).toList();
    }

    private void put(Reach reach) {
        reaches.put(reach.customer(), reach);
        reachability.put(BRAND, reach);
    }

    /// Changes what holds for a customer.
    void change(Reach customer, UnaryOperator<Reach> change) {
        put(change.apply(Objects.requireNonNull(reaches.get(customer.customer()))));
    }

    /// From now on nobody of the brand says that.
    void neverSays(String claim) {
        personas.put(BRAND, new Personas.Kept(null, PersonasContract.aPersona("小完子", claim), 1, now(), now()));
    }

    SendRequest marketing(Reach to) {
        return request(to, ContactClass.MARKETING, HELLO, null, false);
    }

    SendRequest service(Reach to) {
        return request(to, ContactClass.SERVICE, HELLO, null, false);
    }

    SendRequest inWave(Reach to, long wave) {
        return request(to, ContactClass.MARKETING, HELLO, wave, false);
    }

    SendRequest personal(Reach to) {
        return request(to, ContactClass.MARKETING, PERSONAL, null, false);
    }

    SendRequest control(Reach to) {
        return request(to, ContactClass.MARKETING, HELLO, null, true);
    }

    SendRequest of(Reach to, long material) {
        return request(to, ContactClass.MARKETING, material, null, false);
    }

    private SendRequest request(
            Reach to, ContactClass contactClass, long material, @Nullable Long wave, boolean control) {
        return new SendRequest(
                new SendOrigin(500 + to.customer().value(), SOP, 1, 0, wave),
                control,
                to.customer(),
                null,
                contactClass,
                SendRequest.PRIVATE_CHAT,
                material,
                false,
                now().plus(Duration.ofDays(2)));
    }

    /// The states of a customer's sends, oldest first.
    List<SendState> states(Reach of) {
        return sends.all(BRAND).stream()
                .filter(send -> send.aim().customer().equals(of.customer()))
                .map(this::state)
                .toList();
    }

    SendState state(Send send) {
        var result = results.all(BRAND).stream()
                .filter(each -> each.send().equals(send.id()))
                .findFirst();
        if (result.isPresent()) {
            return SendState.valueOf(result.get().status().name());
        }
        var batch = send.batch();
        if (send.decision().verdict() == Send.Verdict.PLANNED && batch != null) {
            return batches.all(BRAND).stream()
                    .filter(row -> row.batch().id().equals(batch))
                    .map(row -> SendState.of(row.state()))
                    .findFirst()
                    .orElseThrow();
        }
        return SendState.valueOf(send.decision().verdict().name());
    }

    /// Who got the message of a task, as the far side says.
    Set<String> delivered(String task) {
        Set<String> delivered = new HashSet<>();
        var channel = alive.connections().getFirst().massMessages();
        String cursor = null;
        do {
            var page = Answers.value(channel.results(task, STAFF, cursor));
            page.items().stream()
                    .filter(result -> result.delivery() == MassMessages.Delivery.DELIVERED)
                    .forEach(result -> delivered.add(result.recipient()));
            cursor = page.next();
        } while (cursor != null);
        return delivered;
    }

    /// How many marketing messages we know the customer got.
    long deliveredMarketing(Reach customer) {
        return results.all(BRAND).stream()
                .filter(result -> result.customer().equals(customer.customer()))
                .filter(result -> result.contactClass() == ContactClass.MARKETING)
                .filter(result -> result.status() == SendResult.Status.DELIVERED)
                .count();
    }

    /// How many tasks on the far side name the customer.
    long tasksFor(Reach customer) {
        String recipient = Objects.requireNonNull(customer.link()).recipient();
        return farSide.batches().stream()
                .filter(batch -> batch.recipients().contains(recipient))
                .count();
    }
}
