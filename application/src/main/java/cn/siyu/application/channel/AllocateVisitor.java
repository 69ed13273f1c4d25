package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.allocation.AccountLoad;
import cn.siyu.domain.channel.allocation.AllocationDecision;
import cn.siyu.domain.channel.allocation.Allocator;
import cn.siyu.domain.channel.allocation.Candidate;
import cn.siyu.domain.channel.allocation.Tier;
import cn.siyu.domain.channel.allocation.Visit;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Leads somebody who opened a contact way's link to an account (分流), and holds a place there for
/// a while, so that caps hold over the customers who really come.
public final class AllocateVisitor {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final Allocations allocations;
    private final Departments departments;
    private final Brands brands;
    private final PoliciesInForce policies;
    private final BrandClock clock;
    private final IdSource ids;
    private final UnitOfWork work;

    public AllocateVisitor(
            ContactWays ways,
            ChannelAccounts accounts,
            Allocations allocations,
            Departments departments,
            Brands brands,
            PoliciesInForce policies,
            BrandClock clock,
            IdSource ids,
            UnitOfWork work) {
        this.ways = ways;
        this.accounts = accounts;
        this.allocations = allocations;
        this.departments = departments;
        this.brands = brands;
        this.policies = policies;
        this.clock = clock;
        this.ids = ids;
        this.work = work;
    }

    /// A visit.
    ///
    /// @param code the permanent part of the link
    /// @param visitor tells visitors apart where the rule needs it; any text
    public record Command(String code, String visitor) {}

    /// What the visitor is shown.
    public sealed interface Outcome {
        /// An account's own code.
        ///
        /// @param account the account's name
        /// @param qrCode address of the picture that leads to it
        /// @param holdUntil until when the place is held; null if none needs to be
        record Shown(
                PublicId allocation,
                String account,
                String qrCode,
                @Nullable Instant holdUntil) implements Outcome {}

        /// Nobody can take the visitor now.
        record Waiting(PublicId allocation) implements Outcome {}

        /// No contact way has this code.
        record Unknown() implements Outcome {}

        /// The contact way is archived.
        record Gone() implements Outcome {}
    }

    /// Allocates a visit.
    public Outcome handle(Command command) {
        return ways.byCode(command.code()).map(found -> visit(found, command)).orElseGet(Outcome.Unknown::new);
    }

    /// What turns everybody away who opens a link, for those who only look at it; empty if it leads
    /// somewhere. Holds nothing.
    public Optional<Outcome> refusal(String code) {
        var found = ways.byCode(code);
        if (found.isEmpty()) {
            return Optional.of(new Outcome.Unknown());
        }
        return found.get().way().archivedAt() == null ? Optional.empty() : Optional.of(new Outcome.Gone());
    }

    private Outcome visit(ContactWays.OfBrand found, Command command) {
        if (found.way().archivedAt() != null) {
            return new Outcome.Gone();
        }
        return work.inTransaction(() -> new Attempt(found.brand(), found.way(), command).allocate());
    }

    /// One visit, inside one transaction that holds the contact way's lock.
    private final class Attempt {
        private final BrandId brandId;
        private final ContactWay way;
        private final Brand brand;
        private final Instant now;
        private final LocalDate today;
        private final Map<ChannelAccountId, ContactWays.Place> places;
        private final Map<ChannelAccountId, ChannelAccount> held;
        private final Map<DepartmentId, Department> above;
        private Visit visit;

        Attempt(BrandId brandId, ContactWay way, Command command) {
            this.brandId = brandId;
            this.way = way;
            this.brand = brands.find(brandId).orElseThrow();
            this.now = clock.now(brandId);
            this.today = LocalDate.ofInstant(now, brand.zone());
            this.places = ways.lockPlaces(brandId, way.id());
            this.held = accounts.findAll(brandId, ready()).stream()
                    .collect(Collectors.toMap(ChannelAccount::id, account -> account));
            this.above = withThoseAbove(
                    held.values().stream().map(ChannelAccount::department).collect(Collectors.toSet()));
            this.visit = Visit.of(command.visitor(), now);
        }

        /// Accounts that have a code to show.
        private Set<ChannelAccountId> ready() {
            return places.entrySet().stream()
                    .filter(place -> place.getValue().qrCode() != null)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        Outcome allocate() {
            while (true) {
                var decision = Allocator.allocate(way.rule(), candidates(), visit);
                switch (decision) {
                    case AllocationDecision.Returned returned -> {
                        // no new relationship will come of it, so no place is held
                        return shown(returned.account(), AllocationRecord.State.TAKEN, null, decision);
                    }
                    case AllocationDecision.Allocated allocated -> {
                        if (accounts.hold(brandId, account(allocated.account()), today)) {
                            ways.keepWeights(brandId, way.id(), allocated.currentWeights());
                            var until = now.plus(
                                    policies.allocation(brandId, now).values().holdPlace());
                            return shown(allocated.account(), AllocationRecord.State.HELD, until, decision);
                        }
                        visit = visit.without(allocated.account());
                    }
                    case AllocationDecision.Waiting _ -> {
                        return new Outcome.Waiting(keep(null, AllocationRecord.State.WAITING, null, decision));
                    }
                }
            }
        }

        private ChannelAccount account(ChannelAccountId id) {
            return Optional.ofNullable(held.get(id)).orElseThrow();
        }

        private Outcome shown(
                ChannelAccountId id,
                AllocationRecord.State state,
                @Nullable Instant until,
                AllocationDecision decision) {
            var publicId = keep(id, state, until, decision);
            String qrCode = Optional.ofNullable(places.get(id))
                    .map(ContactWays.Place::qrCode)
                    .orElseThrow();
            return new Outcome.Shown(publicId, account(id).name(), qrCode, until);
        }

        private PublicId keep(
                @Nullable ChannelAccountId account,
                AllocationRecord.State state,
                @Nullable Instant until,
                AllocationDecision decision) {
            long id = ids.next();
            var publicId = ids.publicId(id, now);
            allocations.add(
                    brandId,
                    new AllocationRecord(
                            id, publicId, way.id(), account, state, now, until, considered(decision), null));
            return publicId;
        }

        private List<Candidate> candidates() {
            var loads = accounts.loads(brandId, held.keySet(), today);
            var candidates = new ArrayList<Candidate>();
            for (var server : way.accounts()) {
                var account = held.get(server.account());
                if (account == null) {
                    continue;
                }
                var chain = upwards(account.department());
                if (way.department() != null
                        && chain.stream().noneMatch(one -> one.id().equals(way.department()))) {
                    continue;
                }
                var load = loads.getOrDefault(account.id(), new ChannelAccounts.Load(0, 0, 0));
                var zone = chain.stream()
                        .map(Department::zone)
                        .flatMap(Stream::ofNullable)
                        .findFirst()
                        .orElse(brand.zone());
                Integer weight = server.weight();
                candidates.add(Candidate.of(
                        account,
                        zone,
                        new AccountLoad(load.live(), account.totalCap(), load.today(), account.dailyCap(), load.held()),
                        chain.stream().map(Department::id).toList(),
                        weight == null ? OptionalInt.empty() : OptionalInt.of(weight),
                        Optional.ofNullable(places.get(account.id()))
                                .map(ContactWays.Place::currentWeight)
                                .orElse(0L)));
            }
            return candidates;
        }

        private Map<DepartmentId, Department> withThoseAbove(Set<DepartmentId> ids) {
            var onPaths = departments.findAll(brandId, ids).stream()
                    .flatMap(one -> one.fromRoot().stream())
                    .collect(Collectors.toSet());
            return departments.findAll(brandId, onPaths).stream().collect(Collectors.toMap(Department::id, one -> one));
        }

        /// A department and those above it, nearest first.
        private List<Department> upwards(DepartmentId start) {
            return Optional.ofNullable(above.get(start)).stream()
                    .flatMap(one -> one.fromRoot().reversed().stream())
                    .map(above::get)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    private static List<AllocationRecord.Considered> considered(AllocationDecision decision) {
        return decision.considered().stream()
                .flatMap(tier -> tier.verdicts().entrySet().stream()
                        .map(found -> new AllocationRecord.Considered(
                                nameOf(tier.tier()),
                                found.getKey(),
                                found.getValue().code(),
                                found.getValue().numbers())))
                .toList();
    }

    private static String nameOf(Tier tier) {
        return switch (tier) {
            case Tier.Wanted _ -> "WANTED";
            case Tier.Anywhere _ -> "ANYWHERE";
            case Tier.Overflow _ -> "OVERFLOW";
        };
    }
}
