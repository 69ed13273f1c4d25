package cn.siyu.application.channel;

import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts contact ways together with their accounts and the ids that clients know.
final class ContactWayViews {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final Departments departments;
    private final WelcomeMaterials materials;

    ContactWayViews(ContactWays ways, ChannelAccounts accounts, Departments departments, WelcomeMaterials materials) {
        this.ways = ways;
        this.accounts = accounts;
        this.departments = departments;
        this.materials = materials;
    }

    /// One, with its accounts' own codes.
    ContactWayView of(BrandId brand, ContactWay way) {
        var codes = ways.codes(brand, way.id());
        var view = of(brand, List.of(way)).getFirst();
        var servers = new ArrayList<ContactWayView.Server>();
        for (int i = 0; i < view.accounts().size(); i++) {
            var server = view.accounts().get(i);
            servers.add(new ContactWayView.Server(
                    server.account(),
                    server.name(),
                    server.weight(),
                    codes.get(way.accounts().get(i).account())));
        }
        return new ContactWayView(way, view.department(), view.welcomeMaterial(), servers);
    }

    List<ContactWayView> of(BrandId brand, List<ContactWay> some) {
        var byAccount = accounts
                .findAll(
                        brand,
                        some.stream()
                                .flatMap(way -> way.accounts().stream())
                                .map(ContactWay.Server::account)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ChannelAccount::id, account -> account));
        var byDepartment = departments
                .findAll(
                        brand,
                        some.stream()
                                .map(ContactWay::department)
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Department::id, Department::publicId));
        var byMaterial = materials.publicIds(
                brand,
                some.stream()
                        .map(ContactWay::welcomeMaterial)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet()));
        return some.stream()
                .map(way -> new ContactWayView(
                        way,
                        Optional.ofNullable(way.department())
                                .map(byDepartment::get)
                                .orElse(null),
                        Optional.ofNullable(way.welcomeMaterial())
                                .map(byMaterial::get)
                                .orElse(null),
                        way.accounts().stream()
                                .map(server -> server(server, byAccount))
                                .toList()))
                .toList();
    }

    private static ContactWayView.Server server(
            ContactWay.Server server, Map<ChannelAccountId, ChannelAccount> accounts) {
        var account = Optional.ofNullable(accounts.get(server.account())).orElseThrow();
        return new ContactWayView.Server(account.publicId(), account.name(), server.weight(), null);
    }
}
