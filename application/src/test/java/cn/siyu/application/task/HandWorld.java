package cn.siyu.application.task;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.InMemoryDepartments;
import cn.siyu.application.brand.port.InMemoryStaffMembers;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.TestEditions;
import cn.siyu.application.channel.port.AccountStandings.Used;
import cn.siyu.application.channel.port.Deed;
import cn.siyu.application.channel.port.InMemoryAccountStandings;
import cn.siyu.application.channel.port.InMemoryChannelAccounts;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.channel.port.InMemoryPolicyOverrides;
import cn.siyu.application.contact.port.InMemoryReachability;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.customer.CustomerWorld;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.application.task.port.InMemoryTasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.WorkingHours;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person with a phone on which two accounts are used: one that people work by hand, new, so
/// that it adds one friend a day; and one of a channel that calls by itself.
public final class HandWorld {
    public static final BrandId BRAND = CustomerWorld.BRAND;
    public static final Instant NOW = CustomerWorld.NOW;
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final StaffId HOLDER = new StaffId(7);
    public static final ChannelAccountId PHONE = new ChannelAccountId(50);
    public static final ChannelAccountId OTHER = new ChannelAccountId(51);

    public final CustomerWorld world = new CustomerWorld();
    public final InMemoryTasks tasks =
            new InMemoryTasks(world.store, Map.of(HOLDER, new DepartmentId(80)), (_, _) -> true);
    public final InMemoryChannelAccounts accounts = new InMemoryChannelAccounts(world.store);
    public final InMemoryPersonas personas = new InMemoryPersonas(world.store);
    public final InMemoryAccountStandings standings = new InMemoryAccountStandings(world.store);
    public final InMemoryPolicyOverrides overrides = new InMemoryPolicyOverrides(world.store);
    public final InMemoryReachability reachability = new InMemoryReachability();
    public final ResolveSight sights =
            new ResolveSight(new InMemoryDepartments(world.store), new InMemoryStaffMembers(world.store));

    private final PoliciesInForce policies = new PoliciesInForce(new TestEditions(), overrides);
    public final AccountPaces paces = new AccountPaces(standings, policies);
    public final FriendRoom room = new FriendRoom(accounts, tasks);
    public final CareForAccount care =
            new CareForAccount(accounts, standings, paces, sights, world.clock, world.ids, world.store);
    /// Posts to moments that the account is to make by plan.
    public int planned;
    /// Whom to leave out of posts to moments; null: nobody.
    public @Nullable String leftOut;

    public final OrderHandWork order = new OrderHandWork(
            tasks,
            new HandTasks(tasks, new InMemoryHandBatches(world.store), accounts, policies, List.of(), world.ids),
            accounts,
            paces,
            room,
            new CheckPersona(personas),
            reachability,
            world.relationships,
            (brand, account, from, until) -> planned
                    + tasks.standing(brand, List.of(account), Deed.Moment.KIND, null, from, until)
                            .getOrDefault(account, 0),
            (_, _, _) -> leftOut,
            sights,
            world.store,
            world.clock);
    public final EndTask end = new EndTask(tasks, sights, new PacedTasks(accounts, paces), world.store, world.clock);

    public HandWorld() {
        accounts.add(BRAND, account(PHONE, TestEditions.BY_HAND, HOLDER));
        accounts.add(BRAND, account(OTHER, "WECOM", HOLDER));
    }

    /// An account that somebody holds.
    public static ChannelAccount account(ChannelAccountId id, String channel, StaffId staff) {
        return new ChannelAccount(
                id,
                PublicId.of(NOW, id.value(), id.value()),
                channel,
                "main",
                "account-" + id.value(),
                "小王 " + id.value(),
                staff,
                new DepartmentId(80),
                100,
                100,
                WorkingHours.ALWAYS,
                ChannelAccount.State.ACTIVE,
                ChannelAccount.Health.HEALTHY,
                1,
                NOW,
                NOW);
    }

    public static Caller operator() {
        return new Caller(BRAND, PublicId.of(NOW, 1, 1), Set.of(), new DataScope.WholeBrand());
    }

    public static PublicId publicId(ChannelAccountId account) {
        return PublicId.of(NOW, account.value(), account.value());
    }

    /// A customer who is reached over no relationship.
    public CustomerId somebody(long number, boolean blacklisted, ConsentState consent, String... optedOut) {
        var customer = new CustomerId(number);
        reachability.put(BRAND, new Reach(customer, "小明", blacklisted, consent, Set.of(optedOut), ZONE, null));
        return customer;
    }

    /// A customer who is a friend of the phone, by the relationship of the same number.
    public CustomerId friend(long number) {
        var customer = somebody(number, false, ConsentState.NOT_RECORDED);
        world.relationships.add(BRAND, friendship(number, null));
        return customer;
    }

    /// The relationship of a friend of the phone.
    public static Relationship friendship(long number, Relationship.@Nullable Ended ended) {
        return new Relationship(
                new RelationshipId(number),
                PublicId.of(NOW, number, number),
                new CustomerId(number),
                PHONE,
                new IdentityId(number),
                null,
                null,
                0,
                NOW,
                ended,
                null,
                null,
                ended == null ? 1 : 2,
                NOW,
                NOW);
    }

    /// How many friends the account is to ask for on a day.
    public int addsOn(LocalDate day) {
        return standings
                .used(BRAND, List.of(PHONE), day)
                .getOrDefault(PHONE, Used.NOTHING)
                .adds();
    }
}
