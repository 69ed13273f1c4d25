package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The fields of an acquisition link, checked as the platform checks them.
final class LinkForm {
    private static final int NAME = 30;
    private static final int WHOLE_CORP = 1;
    private static final int LISTED = 2;

    private LinkForm() {}

    private record Range(List<String> users, List<Integer> parties) {}

    private record Priority(int type, List<String> users) {}

    /// A new link from a request.
    static LinkRow read(Call call) {
        var corp = call.corp();
        var name = name(call.params());
        var range = range(call);
        var priority = priority(call, new Priority(0, List.of()));
        var id = corp.ids()
                .link(
                        corp.links().nextSequence() + "|" + name,
                        taken -> corp.links().link(taken).isPresent());
        return new LinkRow(
                id,
                corp.links().nextSequence(),
                call.app().agentId(),
                call.now(),
                name,
                "https://work.weixin.qq.com/ca/" + id,
                call.params().flag("skip_verify", true),
                call.params().flag("mark_source", true),
                range.users(),
                range.parties(),
                priority.type(),
                priority.users());
    }

    /// A link with the fields of a request in place of its own; a range or preference that is given
    /// replaces the old one as a whole.
    static LinkRow changed(Call call, LinkRow old) {
        var params = call.params();
        var range = params.has("range") ? range(call) : new Range(old.users(), old.parties());
        var priority = priority(call, new Priority(old.priorityType(), old.priorityUsers()));
        return new LinkRow(
                old.linkId(),
                old.sequence(),
                old.agentId(),
                old.createdAt(),
                params.has("link_name") ? name(params) : old.name(),
                old.url(),
                params.flag("skip_verify", old.skipVerify()),
                params.flag("mark_source", old.markSource()),
                range.users(),
                range.parties(),
                priority.type(),
                priority.users());
    }

    private static String name(Params params) {
        var name = Words.within(params, "link_name", NAME);
        if (name.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return name;
    }

    private static Range range(Call call) {
        var range = call.params().object("range");
        var users = range.texts("user_list").stream()
                .distinct()
                .map(userid -> ContactWayForm.serving(call, userid))
                .toList();
        var parties = ContactWayForm.parties(call, range.numbers("department_list"));
        if (users.isEmpty() && parties.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        Set<String> everybody = new HashSet<>(users);
        call.corp().directory().membersOf(parties).stream()
                .filter(StaffRow::serves)
                .forEach(member -> everybody.add(member.userid()));
        if (everybody.size() > call.corp().limits().usersPerLink()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        return new Range(users, parties);
    }

    private static Priority priority(Call call, Priority old) {
        if (!call.params().has("priority_option")) {
            return old;
        }
        if (call.corp().links().acquisition().category() != AcquisitionRow.Category.PRIVILEGED) {
            throw Errcode.CATEGORY_NOT_SUPPORTED.error();
        }
        var option = call.params().object("priority_option");
        var type = option.number("priority_type", 0);
        if (type != WHOLE_CORP && type != LISTED) {
            throw Errcode.invalidParam("priority_type");
        }
        var users = option.texts("priority_userid_list").stream()
                .distinct()
                .map(userid -> StaffApi.visibleMember(call, userid).userid())
                .toList();
        if (users.size() > call.corp().limits().preferredUsersPerLink()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        if (type == LISTED && users.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        return new Priority((int) type, type == LISTED ? users : List.of());
    }
}
