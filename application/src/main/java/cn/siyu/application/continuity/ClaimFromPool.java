package cn.siyu.application.continuity;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.continuity.port.CustomerPool;
import cn.siyu.application.continuity.port.PoolClaims;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.continuity.pool.ClaimRules;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolPolicy;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.continuity.pool.Tie;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Somebody takes a customer of the pool on (领取), or head office gives one to somebody (分配).
/// The customer belongs to the holder of an account from then on, who gets a task to win it back
/// over that account. Two can't both have it: the entry is locked in the database before anything
/// is decided, and so is the person, whose limits are counted.
public final class ClaimFromPool {
    private final CustomerPool pool;
    private final PoolClaims claims;
    private final LeavePool leave;
    private final PoolPolicies policies;
    private final PoolTask task;
    private final ChannelAccounts accounts;
    private final StaffMembers staff;
    private final Departments departments;
    private final Persons persons;
    private final Brands brands;
    private final ResolveSight sights;
    private final IdSource ids;
    private final UnitOfWork work;
    private final BrandClock clock;

    public ClaimFromPool(
            CustomerPool pool,
            PoolClaims claims,
            LeavePool leave,
            PoolPolicies policies,
            PoolTask task,
            ChannelAccounts accounts,
            StaffMembers staff,
            Departments departments,
            Persons persons,
            Brands brands,
            ResolveSight sights,
            IdSource ids,
            UnitOfWork work,
            BrandClock clock) {
        this.pool = pool;
        this.claims = claims;
        this.leave = leave;
        this.policies = policies;
        this.task = task;
        this.accounts = accounts;
        this.staff = staff;
        this.departments = departments;
        this.persons = persons;
        this.brands = brands;
        this.sights = sights;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
    }

    /// Who is to have whom.
    ///
    /// @param entry the stay in the pool
    /// @param account over which the customer is to be served; its holder becomes the owner
    /// @param assigned whether head office says so, which is bound by no rule of claiming
    public record Command(Caller caller, PublicId entry, PublicId account, boolean assigned) {}

    /// What came of it.
    public sealed interface Outcome {
        /// It is theirs. Claimed again it is the same claim.
        record Claimed(PoolClaims.View claim) implements Outcome {}

        /// Somebody else has it.
        record Taken() implements Outcome {}

        /// The customer is in the pool no more, or is about to leave it.
        record Over() implements Outcome {}

        /// They may not.
        record Refused(ClaimRules.Refusal refusal) implements Outcome {}

        /// The customer must not be contacted.
        ///
        /// @param reason a stable code
        record NotContactable(String reason) implements Outcome {}

        /// The account has all the friend requests it may make until the claim would be stale.
        record Paced() implements Outcome {}

        /// There is no such account in use by somebody who is there, or none that the caller sees.
        record NoAccount() implements Outcome {}

        /// There is no such entry, or none that the caller sees.
        record Unknown() implements Outcome {}
    }

    /// Claims or assigns.
    ///
    /// @throws WholeBrand.PartOnly if who assigns sees only a part of the brand
    public Outcome handle(Command command) {
        if (command.assigned()) {
            WholeBrand.require(command.caller());
        }
        return work.inTransaction(() -> claim(command));
    }

    private Outcome claim(Command command) {
        var brand = command.caller().brand();
        Instant now = clock.now(brand);
        var policy = policies.inForce(brand, now);
        var sight = sights.of(command.caller());
        if (pool.view(brand, CustomerPool.Reader.EVERYTHING, command.entry())
                .filter(view -> PoolScope.offers(sight, policy, view.entry()))
                .isEmpty()) {
            return new Outcome.Unknown();
        }
        var account = accounts.byPublicId(brand, command.account())
                .filter(one -> sight.held(one.staff(), one.department()))
                .filter(one -> inUse(brand, one));
        if (account.isEmpty()) {
            return new Outcome.NoAccount();
        }
        claims.lockStaff(brand, account.get().staff());
        var entry = pool.lock(brand, command.entry()).orElseThrow();
        return switch (entry.state()) {
            case LEFT -> new Outcome.Over();
            case FREE -> take(command, policy, entry, account.get(), now);
            case CLAIMED -> held(command, policy, entry, account.get(), now);
        };
    }

    private boolean inUse(BrandId brand, ChannelAccount account) {
        return account.state() == ChannelAccount.State.ACTIVE
                && account.health() != ChannelAccount.Health.BLOCKED
                && staff.find(brand, account.staff())
                        .filter(StaffMember::active)
                        .isPresent();
    }

    private Outcome held(Command command, PoolPolicy policy, PoolEntry entry, ChannelAccount account, Instant now) {
        var brand = command.caller().brand();
        var standing = claims.standing(brand, List.of(entry.id())).getFirst();
        if (standing.account().equals(account.id())) {
            return claimed(command, standing);
        }
        if (!command.assigned()) {
            return new Outcome.Taken();
        }
        var how = new PoolClaim.Ended(
                PoolClaim.How.REASSIGNED, null, command.caller().key(), now);
        leave.end(brand, List.of(standing), how);
        return take(command, policy, entry, account, now);
    }

    private Outcome take(Command command, PoolPolicy policy, PoolEntry entry, ChannelAccount account, Instant now) {
        var brand = command.caller().brand();
        var person = persons.of(brand, List.of(entry.customer())).getOrDefault(entry.customer(), entry.customer());
        if (served(brand, person, entry)) {
            return new Outcome.Over(); // it began a moment ago; the nightly look takes it out
        }
        var refusal = command.assigned()
                ? Optional.<ClaimRules.Refusal>empty()
                : ClaimRules.refusal(policy.claim(), entry, claimer(brand, policy, person, account, now), now);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Instant due = now.plus(policy.claim().unworkedFor());
        return switch (task.order(brand, person, account, due, now)) {
            case PoolTask.Ordered.Stopped(var reason) -> new Outcome.NotContactable(reason);
            case PoolTask.Ordered.Paced() -> new Outcome.Paced();
            case PoolTask.Ordered.Made(var made) -> {
                long id = ids.next();
                var claim = new PoolClaim(
                        id,
                        ids.publicId(id, now),
                        entry.id(),
                        entry.customer(),
                        account.id(),
                        account.staff(),
                        command.assigned(),
                        command.caller().key(),
                        now,
                        due,
                        made,
                        null,
                        1);
                claims.add(brand, claim);
                if (entry.state() == PoolEntry.State.FREE) {
                    pool.replace(brand, List.of(entry.claimed()));
                }
                yield claimed(command, claim);
            }
        };
    }

    private Outcome claimed(Command command, PoolClaim claim) {
        return new Outcome.Claimed(
                claims.byPublicId(command.caller().brand(), sights.of(command.caller()), claim.publicId())
                        .orElseThrow());
    }

    private boolean served(BrandId brand, CustomerId person, PoolEntry entry) {
        var standing = pool.standings(brand, List.of(person), false).get(person);
        return standing != null
                && (standing.blacklisted()
                        || (entry.reason() != PoolReason.UNATTENDED
                                && standing.ties().stream().anyMatch(Tie::serves)));
    }

    private ClaimRules.Claimer claimer(
            BrandId brand, PoolPolicy policy, CustomerId person, ChannelAccount account, Instant now) {
        var zone = brands.find(brand).orElseThrow().zone();
        var today = now.atZone(zone).toLocalDate();
        var tally = claims.tally(
                brand, account.staff(), person, today.atStartOfDay(zone).toInstant());
        return new ClaimRules.Claimer(
                account.staff(),
                departmentMay(brand, policy.claim().departments(), account.department()),
                tally.held(),
                tally.today(),
                today.plusDays(1).atStartOfDay(zone).toInstant(),
                tally.letGoAt());
    }

    private boolean departmentMay(BrandId brand, List<String> keys, DepartmentId department) {
        if (keys.isEmpty()) {
            return true;
        }
        return departments
                .find(brand, department)
                .map(one -> departments.findAll(brand, new HashSet<>(one.fromRoot())))
                .orElse(List.of())
                .stream()
                .anyMatch(one -> one.externalId() != null && keys.contains(one.externalId()));
    }
}
