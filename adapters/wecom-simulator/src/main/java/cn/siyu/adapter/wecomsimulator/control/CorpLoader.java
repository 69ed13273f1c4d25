package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.BehaviourRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.CorpRow;
import cn.siyu.adapter.wecomsimulator.world.CustomerRow;
import cn.siyu.adapter.wecomsimulator.world.DepartmentRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import cn.siyu.adapter.wecomsimulator.world.TagRow;
import cn.siyu.adapter.wecomsimulator.world.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a corp from its file.
final class CorpLoader {
    private final World world;
    private final InstantSource machine;

    CorpLoader(World world, InstantSource machine) {
        this.world = world;
        this.machine = machine;
    }

    Corp load(CorpFile file) {
        check(file);
        var limits = !Boolean.FALSE.equals(file.limits());
        var row = new CorpRow(file.corpId(), file.name(), limits)
                .withLimits(limits, file.limitOverrides())
                .withAccount(!Boolean.FALSE.equals(file.verified()), !Boolean.FALSE.equals(file.developer()))
                .withMiniPrograms(file.miniPrograms())
                .withLeniency(file.mode() == CorpFile.Strictness.LENIENT);
        if (world.broken().containsKey(file.corpId())) {
            throw ControlError.conflict("there is a broken journal of the corp " + file.corpId()
                    + "; load a saved world, or remove the file");
        }
        return world.create(row, corp -> fill(corp, file))
                .orElseThrow(() -> ControlError.conflict("there is a corp " + file.corpId() + " already"));
    }

    static AppRow.Callback callback(CorpFile.Callback callback) {
        var row = new AppRow.Callback(callback.url(), callback.token(), callback.aesKey());
        if (!row.wrong().isEmpty()) {
            throw ControlError.bad(row.wrong());
        }
        return row;
    }

    /// The departments of a file, with the root.
    private static List<DepartmentRow> departments(CorpFile file) {
        var rows = new ArrayList<DepartmentRow>();
        if (file.departments().stream().noneMatch(department -> department.id() == 1)) {
            rows.add(new DepartmentRow(1, file.name(), 0, 1));
        }
        for (var department : file.departments()) {
            rows.add(new DepartmentRow(department.id(), department.name(), department.parentId(), department.order()));
        }
        return rows;
    }

    private static void check(CorpFile file) {
        CorpFileRules.check(file, departments(file));
        var userids = file.staff().stream().map(CorpFile.Staff::userid).toList();
        for (var customer : file.customers()) {
            for (var follow : customer.followers()) {
                if (!userids.contains(follow.userid())) {
                    throw ControlError.bad("customers: there is no member " + follow.userid());
                }
            }
        }
        if (file.moreCustomers() > 0 && file.staff().stream().noneMatch(CorpLoader::serves)) {
            throw ControlError.bad("moreCustomers: no member has the customer-contact feature");
        }
    }

    private void fill(Corp corp, CorpFile file) {
        var now = file.clock().now() == null ? machine.instant() : file.clock().now();
        var mode =
                file.clock().mode() == null ? CorpFile.Mode.REAL : file.clock().mode();
        corp.put(ClockOperations.setting(
                corp,
                mode,
                now.getEpochSecond(),
                file.clock().granularitySeconds(),
                file.clock().speed()));
        people(corp, file);
        corp.put(acquisition(corp, file.acquisition()));
        var tags = tags(corp, file);
        file.customers().forEach(customer -> customer(corp, customer, tags));
        crowd(corp, file);
        GroupLoader.load(corp, file.groups());
        if (file.behaviour() != null) {
            corp.put(new BehaviourRow(Json.MAPPER.valueToTree(file.behaviour())));
        }
    }

    private static void people(Corp corp, CorpFile file) {
        for (var app : file.apps()) {
            corp.put(new AppRow(
                    app.agentId(),
                    app.name(),
                    app.secret(),
                    !Boolean.FALSE.equals(app.customerContact()),
                    app.visible(),
                    app.trustedIps(),
                    true,
                    app.callback() == null ? null : callback(app.callback())));
        }
        departments(file).forEach(corp::put);
        for (var member : file.staff()) {
            corp.put(new StaffRow(
                    member.userid(),
                    member.name(),
                    member.departments(),
                    member.position(),
                    member.status(),
                    serves(member),
                    standing(corp, member)));
        }
    }

    private static AcquisitionRow acquisition(Corp corp, CorpFile.@Nullable Acquisition given) {
        var category = given == null || given.category() == null ? AcquisitionRow.Category.USUAL : given.category();
        var uses = given == null || given.uses() == null ? corp.limits().acquisitionUses() : given.uses();
        var ends = given == null || given.expiresAt() == null
                ? corp.clock().now() + Duration.ofDays(365).toSeconds()
                : given.expiresAt().getEpochSecond();
        return new AcquisitionRow(category, 0, List.of(new AcquisitionRow.Pack(ends, uses)));
    }

    private static StaffRow.Standing standing(Corp corp, CorpFile.Staff member) {
        var now = corp.clock().now();
        var left = member.leftAt() == null ? now : member.leftAt().getEpochSecond();
        return new StaffRow.Standing(
                member.status() == 5 ? left : 0,
                member.lastLoginAt() == null ? 0 : member.lastLoginAt().getEpochSecond(),
                Boolean.FALSE.equals(member.realName()),
                member.banned(),
                member.superAdmin(),
                member.teamAccount(),
                member.archived(),
                member.consoleWelcome());
    }

    /// The tags' ids by name.
    private static Map<String, String> tags(Corp corp, CorpFile file) {
        Map<String, String> ids = new HashMap<>();
        var now = corp.clock().now();
        for (var group : file.tags()) {
            var groupId = corp.ids().tag("group|" + group.group(), corp.tags()::taken);
            corp.put(new TagGroupRow(groupId, group.group(), 0, now));
            for (var name : group.names()) {
                var id = corp.ids().tag(groupId + "|" + name, corp.tags()::taken);
                corp.put(new TagRow(id, groupId, name, 0, now, 0));
                ids.put(name, id);
            }
        }
        return ids;
    }

    private static void customer(Corp corp, CorpFile.Customer customer, Map<String, String> tags) {
        var number = corp.contacts().count();
        var given = customer.externalUserId();
        var row = new CustomerRow(
                number,
                given == null ? corp.ids().customer(number, 1) : given,
                customer.name(),
                given != null && given.startsWith("wo") ? 2 : 1,
                customer.gender(),
                customer.unionid() == null ? corp.ids().unionid(number) : customer.unionid());
        corp.put(row);
        for (var follow : customer.followers()) {
            var at = follow.addedAt() == null
                    ? corp.clock().now()
                    : follow.addedAt().getEpochSecond();
            var marked = Set.copyOf(follow.tags().stream()
                    .map(name -> {
                        var id = tags.get(name);
                        if (id == null) {
                            throw ControlError.bad("customers: there is no tag " + name);
                        }
                        return id;
                    })
                    .toList());
            corp.put(RelationRow.fresh(row, follow.userid(), at, follow.addWay(), follow.state())
                    .withRemarks(
                            follow.remark() == null ? row.name() : follow.remark(),
                            follow.description(),
                            "",
                            follow.mobiles())
                    .withTags(marked, Set.of()));
        }
    }

    private static void crowd(Corp corp, CorpFile file) {
        var members = corp.directory().staff().stream().filter(StaffRow::serves).toList();
        for (var i = 0; i < file.moreCustomers(); i++) {
            var number = corp.contacts().count();
            var row = new CustomerRow(
                    number,
                    corp.ids().customer(number, 1),
                    "客户" + number,
                    1,
                    number % 3,
                    corp.ids().unionid(number));
            corp.put(row);
            var member = members.get(i % members.size());
            corp.put(RelationRow.fresh(row, member.userid(), corp.clock().now(), 1, ""));
        }
    }

    private static boolean serves(CorpFile.Staff member) {
        return !Boolean.FALSE.equals(member.customerContact());
    }
}
