package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.BrandsContract;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAccountsContract;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.channel.port.ContactWaysContract;
import cn.siyu.application.channel.port.PolicyOverrides;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.WorkingHours;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A sandbox brand whose contact way (number 1, code `code11`) leads to accounts, over any
/// repositories.
///
/// @param departments 5 is the root
public record VisitWorld(
        Brands brands,
        Departments departments,
        ChannelAccounts accounts,
        ContactWays ways,
        Allocations allocations,
        PolicyOverrides overrides,
        IdSource ids,
        UnitOfWork work) {
    /// The brand.
    public static final BrandId BRAND = new BrandId(1);
    /// Where its clock stands: 16:00 on a Sunday in Shanghai.
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    /// The code of its contact way.
    public static final String CODE = "code11";

    /// Lays the brand and its root department.
    public VisitWorld {
        brands.add(BrandsContract.aBrand(BRAND.value(), "demo", NOW));
        departments.add(BRAND, DepartmentsContract.aDepartment(5, null, null));
    }

    /// The use case.
    public AllocateVisitor allocate() {
        return new AllocateVisitor(
                ways,
                accounts,
                allocations,
                departments,
                brands,
                new PoliciesInForce(new TestEditions(), overrides),
                new BrandClock(brands, InstantSource.system()),
                ids,
                work);
    }

    /// Gives places back.
    public ReleaseHeldPlaces release() {
        return new ReleaseHeldPlaces(allocations, accounts, work);
    }

    /// Adds an account that takes people at any time.
    public ChannelAccountId account(long id, int totalCap, int dailyCap) {
        return account(id, totalCap, dailyCap, WorkingHours.ALWAYS, ChannelAccount.State.ACTIVE);
    }

    /// Adds an account.
    public ChannelAccountId account(
            long id, int totalCap, int dailyCap, WorkingHours hours, ChannelAccount.State state) {
        var account = ChannelAccountsContract.anAccount(id, 1, "staff-" + id, totalCap, dailyCap, hours, state);
        accounts.add(BRAND, account);
        return account.id();
    }

    /// Adds the contact way; each account has a code on the channel.
    public ContactWay way(ChannelAccountId... servers) {
        var way = ContactWaysContract.aWay(1, servers);
        ways.add(BRAND, way);
        for (var server : servers) {
            ways.keepCode(BRAND, way.id(), server, "cfg-" + server.value(), "https://far.side/qr/" + server.value());
        }
        return way;
    }

    /// A visit of somebody.
    public AllocateVisitor.Outcome visit(String visitor) {
        return allocate().handle(new AllocateVisitor.Command(CODE, visitor));
    }

    /// All visits, newest first.
    public List<AllocationRecord> visits() {
        return allocations.page(
                BRAND, ContactWaysContract.aWay(1, ContactWaysContract.FIRST).id(), Long.MAX_VALUE, 500);
    }
}
