package cn.siyu.application.task;

import static cn.siyu.application.task.port.TasksContract.BRAND;
import static cn.siyu.application.task.port.TasksContract.NOW;
import static cn.siyu.application.task.port.TasksContract.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.InMemoryBrands;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryIdSource;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.channel.port.AccountStandings.Used;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.task.ClaimTask.Outcome;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimTaskTest {
    private static final ChannelAccountId PHONE = new ChannelAccountId(50);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryBrands brands = new InMemoryBrands(store);
    private final BrandClock clock = new BrandClock(brands, InstantSource.system());
    private final InMemoryTasks tasks =
            new InMemoryTasks(store, Map.of(new StaffId(7), new DepartmentId(80)), (_, _) -> true);
    private final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(store);
    private final InMemoryAccountStandings standings = new InMemoryAccountStandings(store);
    private final PoliciesInForce policies =
            new PoliciesInForce(new TestEditions(), new InMemoryPolicyOverrides(store));
    private final AccountPaces paces = new AccountPaces(standings, policies);
    private final ResolveSight sights =
            new ResolveSight(new InMemoryDepartments(store), new InMemoryStaffMembers(store));
    private final CareForAccount care =
            new CareForAccount(accounts, standings, paces, sights, clock, new InMemoryIdSource(), store);
    private final InMemoryPersonas personas = new InMemoryPersonas(store);
    private final ClaimTask claim =
            new ClaimTask(tasks, accounts, paces, new CheckPersona(personas), policies, sights, store, clock);
    private final EndTask end = new EndTask(tasks, sights, new PacedTasks(accounts, paces), store, clock);

    @BeforeEach
    void thereIsAnAccountWorkedByHand() {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        accounts.add(
                BRAND,
                new ChannelAccount(
                        PHONE,
                        PublicId.of(NOW, 50, 50),
                        TestEditions.BY_HAND,
                        "by-hand",
                        "wx50",
                        "小王",
                        new StaffId(7),
                        new DepartmentId(80),
                        100,
                        100,
                        WorkingHours.ALWAYS,
                        ChannelAccount.State.ACTIVE,
                        ChannelAccount.Health.HEALTHY,
                        1,
                        NOW,
                        NOW));
    }

    private static Caller operator(long key) {
        return new Caller(BRAND, PublicId.of(NOW, key, key), Set.of(), new DataScope.WholeBrand());
    }

    private Task task(long number, String kind) {
        var plain = aTask(number, 7);
        var task = new Task(
                plain.id(),
                plain.publicId(),
                kind,
                plain.customer(),
                plain.relationship(),
                null,
                plain.staff(),
                plain.title(),
                plain.script(),
                plain.dueAt(),
                plain.expiresAt(),
                new Task.Work(PHONE, 40, null, null),
                plain.state(),
                null,
                1,
                NOW,
                NOW);
        tasks.add(BRAND, List.of(task));
        return task;
    }

    private Outcome claim(long key, Task task) {
        return claim.handle(new ClaimTask.Command(operator(key), task.publicId()));
    }

    private EndTask.Outcome done(long key, Task task) {
        return end.handle(new EndTask.Command(operator(key), task.publicId(), new EndTask.How.Done(null)));
    }

    private Used used() {
        return standings.used(BRAND, List.of(PHONE), TODAY).getOrDefault(PHONE, Used.NOTHING);
    }

    @Test
    void twoOperatorsNeverHoldOneTask() {
        var task = task(1, "SEND");

        assertThat(claim(1, task))
                .isInstanceOfSatisfying(
                        Outcome.Claimed.class,
                        claimed -> assertThat(claimed.task().heldAt(NOW))
                                .isEqualTo(new Task.Claim(
                                        operator(1).key().toString(), NOW.plus(Duration.ofMinutes(15)))));
        assertThat(claim(2, task)).isInstanceOf(Outcome.Held.class);
        assertThat(done(2, task)).isInstanceOf(EndTask.Outcome.Held.class);
        assertThat(done(1, task)).isInstanceOf(EndTask.Outcome.Ended.class);
        assertThat(claim(2, task)).isInstanceOf(Outcome.Over.class);
    }

    @Test
    void nobodyTakesInHandWhatThePersonaHasComeToForbid() {
        var task = task(1, "SEND");
        var inHand = task(2, "SEND");
        claim(1, inHand);
        String claim = Objects.requireNonNull(task.script()).substring(0, 2);
        personas.put(BRAND, new Personas.Kept(PHONE, PersonasContract.aPersona("小完子", claim), 1, NOW, NOW));

        assertThat(claim(1, task)).isEqualTo(new Outcome.Unsaid(List.of(claim)));
        assertThat(claim(1, inHand)).as("who has it knows what to do").isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    void nobodyWorksAnAccountThatThePlatformClosed() {
        var task = task(1, "LIKE");
        care.note(
                BRAND,
                accounts.find(BRAND, PHONE).orElseThrow(),
                new Incident(PHONE, Incident.Kind.BAN, NOW, null, "key"),
                NOW);

        assertThat(claim(1, task)).isEqualTo(new Outcome.AccountGone());
    }

    @Test
    void aClaimEndsByItself() {
        var task = task(1, "SEND");
        claim(1, task);
        brands.moveClock(BRAND, NOW.plus(Duration.ofMinutes(15)));

        assertThat(claim(2, task)).isInstanceOf(Outcome.Claimed.class);
        assertThat(done(1, task)).isInstanceOf(EndTask.Outcome.Held.class);
    }

    @Test
    void onlyWhoHasItLetsItGo() {
        var task = task(1, "SEND");
        claim(1, task);

        assertThat(claim.release(new ClaimTask.Command(operator(2), task.publicId())))
                .isInstanceOf(Outcome.Held.class);
        assertThat(claim.release(new ClaimTask.Command(operator(1), task.publicId())))
                .isInstanceOf(Outcome.Released.class);
        assertThat(claim(2, task)).isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    void nobodyTakesMoreInHandThanTheAccountMayDoToday() {
        var first = task(1, "SEND");
        var second = task(2, "SEND");
        var third = task(3, "SEND");
        var reply = task(4, "REPLY");
        claim(1, first);
        done(1, first);
        claim(1, second);

        assertThat(claim(2, third)).isEqualTo(new Outcome.Paced(2, Instant.parse("2026-03-10T16:00:00Z")));
        assertThat(claim(2, reply)).isInstanceOf(Outcome.Claimed.class);
        assertThat(claim(1, second)).isInstanceOf(Outcome.Claimed.class);
        brands.moveClock(BRAND, Instant.parse("2026-03-10T16:00:00Z"));
        assertThat(claim(2, third)).isInstanceOf(Outcome.Claimed.class);
    }

    @Test
    void aWarnedAccountGoesSlower() {
        standings.add(BRAND, 1, new Incident(PHONE, Incident.Kind.WARNING, NOW.minusSeconds(60), null, "key"));
        var first = task(1, "SEND");
        done(1, first);

        assertThat(claim(1, task(2, "SEND"))).isInstanceOf(Outcome.Paced.class);
        assertThat(claim(1, task(3, "ADD"))).isEqualTo(new Outcome.Paced(0, Instant.parse("2026-03-10T16:00:00Z")));
    }

    @Test
    void whatWasDoneCountsAndWhatWasNotIsGivenBack() {
        standings.use(BRAND, TODAY, Map.of(PHONE, new Used(1, 2, 0, 0)));
        var skipped = task(1, "SEND");
        var failed = task(2, "ADD");
        end.handle(new EndTask.Command(operator(1), skipped.publicId(), new EndTask.How.Skipped("不合适")));
        assertThat(used()).isEqualTo(new Used(1, 1, 0, 0));

        end.handle(new EndTask.Command(operator(1), failed.publicId(), new EndTask.How.Failed("操作频繁")));
        done(1, task(3, "SEND"));
        done(1, task(4, "LIKE"));

        assertThat(used()).isEqualTo(new Used(1, 1, 1, 1));
    }

    @Test
    void isNobodysThatDoesNotSeeIt() {
        var stranger = new Caller(BRAND, PublicId.of(NOW, 9, 9), Set.of(), new DataScope.Own(new StaffId(8)));
        var task = task(1, "SEND");

        assertThat(claim.handle(new ClaimTask.Command(stranger, task.publicId())))
                .isEqualTo(new Outcome.Unknown());
    }
}
