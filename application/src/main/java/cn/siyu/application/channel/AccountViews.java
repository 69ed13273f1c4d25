package cn.siyu.application.channel;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts channel accounts together with how full they are and the ids that clients know.
final class AccountViews {
    private static final ChannelAccounts.Load EMPTY = new ChannelAccounts.Load(0, 0, 0);

    private final ChannelAccounts accounts;
    private final StaffMembers members;
    private final Departments departments;
    private final Brands brands;
    private final BrandClock clock;

    AccountViews(
            ChannelAccounts accounts, StaffMembers members, Departments departments, Brands brands, BrandClock clock) {
        this.accounts = accounts;
        this.members = members;
        this.departments = departments;
        this.brands = brands;
        this.clock = clock;
    }

    List<AccountView> of(BrandId brand, List<ChannelAccount> some) {
        var zone = brands.find(brand).orElseThrow().zone();
        var today = LocalDate.ofInstant(clock.now(brand), zone);
        var loads = accounts.loads(brand, some.stream().map(ChannelAccount::id).collect(Collectors.toSet()), today);
        var staff =
                members.findAll(brand, some.stream().map(ChannelAccount::staff).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(StaffMember::id, StaffMember::publicId));
        var of =
                departments
                        .findAll(
                                brand,
                                some.stream().map(ChannelAccount::department).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Department::id, Department::publicId));
        return some.stream()
                .map(one -> new AccountView(
                        one,
                        Optional.ofNullable(staff.get(one.staff())).orElseThrow(),
                        Optional.ofNullable(of.get(one.department())).orElseThrow(),
                        loads.getOrDefault(one.id(), EMPTY)))
                .toList();
    }

    AccountView of(BrandId brand, ChannelAccount one) {
        return of(brand, List.of(one)).getFirst();
    }
}
