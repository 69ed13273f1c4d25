package cn.siyu.application.channel;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.InputProblem;
import cn.siyu.application.brand.Inputs;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds a contact way's wish to what is there and to what the caller sees.
final class CheckContactWay {
    private static final int MOST_NAME = 100;
    private static final int MOST_HOOK = 200;
    private static final int MOST_ACCOUNTS = 1_000;
    private static final int MOST_WEIGHT = 1_000;

    private final ChannelAccounts accounts;
    private final Departments departments;
    private final WelcomeMaterials materials;
    private final ResolveSight sights;

    CheckContactWay(
            ChannelAccounts accounts, Departments departments, WelcomeMaterials materials, ResolveSight sights) {
        this.accounts = accounts;
        this.departments = departments;
        this.materials = materials;
        this.sights = sights;
    }

    /// What a wish refers to, as it is called inside.
    record Checked(
            @Nullable DepartmentId department, @Nullable Long welcomeMaterial, List<ContactWay.Server> servers) {}

    /// @param already who serves already: they may stay, even if they are closed by now
    Checked check(Caller caller, ContactWayWish wish, Set<ChannelAccountId> already, Inputs inputs) {
        var brand = caller.brand();
        var sight = sights.of(caller);
        inputs.text("/name", wish.name(), MOST_NAME);
        inputs.optionalText("/hook", wish.hook(), MOST_HOOK);
        var department = Optional.ofNullable(wish.department())
                .flatMap(id -> inputs.reference(
                        "/department",
                        departments.byPublicId(brand, id).map(Department::id).filter(sight::department)));
        var material = Optional.ofNullable(wish.welcomeMaterial())
                .flatMap(id -> inputs.reference("/welcomeMaterial", materials.usable(brand, id)));
        return new Checked(
                department.orElse(null), material.orElse(null), servers(brand, sight, wish, already, inputs));
    }

    private List<ContactWay.Server> servers(
            BrandId brand, Sight sight, ContactWayWish wish, Set<ChannelAccountId> already, Inputs inputs) {
        inputs.check(
                !wish.accounts().isEmpty(),
                "/accounts",
                InputProblem.Code.TOO_FEW,
                "Name at least one account.",
                "至少填写一个账号。");
        inputs.check(
                wish.accounts().size() <= MOST_ACCOUNTS,
                "/accounts",
                InputProblem.Code.TOO_MANY,
                "A contact way has at most " + MOST_ACCOUNTS + " accounts.",
                "一个联系我最多 " + MOST_ACCOUNTS + " 个账号。");
        if (wish.accounts().size() > MOST_ACCOUNTS) {
            return List.of();
        }
        var known = accounts
                .byPublicIds(
                        brand,
                        wish.accounts().stream()
                                .map(ContactWayWish.Server::account)
                                .collect(Collectors.toSet()))
                .stream()
                .filter(account -> sight.held(account.staff(), account.department()))
                .collect(Collectors.toMap(ChannelAccount::publicId, account -> account));
        var servers = new ArrayList<ContactWay.Server>();
        var seen = new HashSet<PublicId>();
        for (int i = 0; i < wish.accounts().size(); i++) {
            var server = wish.accounts().get(i);
            var at = "/accounts/" + i;
            weight(at, server.weight(), inputs);
            inputs.check(
                    seen.add(server.account()),
                    at + "/account",
                    InputProblem.Code.NOT_ALLOWED,
                    "This account is named twice.",
                    "此账号重复。");
            var account = inputs.reference(at + "/account", Optional.ofNullable(known.get(server.account())));
            account.ifPresent(one -> {
                inputs.check(
                        one.state() != ChannelAccount.State.CLOSED || already.contains(one.id()),
                        at + "/account",
                        InputProblem.Code.NOT_ALLOWED,
                        "This account is closed; choose another.",
                        "此账号已关闭，请更换。");
                servers.add(new ContactWay.Server(one.id(), server.weight()));
            });
        }
        return servers;
    }

    private static void weight(String at, @Nullable Integer weight, Inputs inputs) {
        if (weight != null) {
            inputs.range(at + "/weight", weight, 1, MOST_WEIGHT);
        }
    }
}
