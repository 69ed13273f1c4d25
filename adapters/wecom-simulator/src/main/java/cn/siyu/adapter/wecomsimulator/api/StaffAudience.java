package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The members that a message goes to. Who does not exist, has left or is outside the app's visible
/// range is told as invalid; the message goes to the others.
///
/// @param users by userid, as the directory writes them
/// @param invalidUsers in lower case, with `|` between
record StaffAudience(Set<String> users, String invalidUsers, String invalidParties, String invalidTags) {
    private static final String EVERYBODY = "@all";
    private static final int LEFT = 5;

    static StaffAudience of(Call call, String msgtype) {
        var directory = call.corp().directory();
        if (call.params().text("touser").equals(EVERYBODY)) {
            if (msgtype.equals("miniprogram_notice")) {
                throw Errcode.invalidParam("touser");
            }
            var all = new LinkedHashSet<String>();
            directory.staff().stream()
                    .filter(member -> receives(call, member))
                    .forEach(member -> all.add(member.userid()));
            return new StaffAudience(all, "", "", "");
        }
        var limits = call.corp().limits().staffMessages();
        var named = list(call, "touser", limits.users(), Errcode.BAD_USER_LIST_LENGTH);
        var parties = list(call, "toparty", limits.parties(), Errcode.BAD_PARTY_LIST);
        var tags = list(call, "totag", limits.parties(), Errcode.BAD_TAG);
        if (named.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var users = new LinkedHashSet<String>();
        var badUsers = new ArrayList<String>();
        for (var name : named) {
            directory
                    .staff(name)
                    .filter(member -> receives(call, member))
                    .ifPresentOrElse(
                            member -> users.add(member.userid()), () -> badUsers.add(name.toLowerCase(Locale.ROOT)));
        }
        var badParties = new ArrayList<String>();
        for (var party : parties) {
            if (!addParty(call, party, users)) {
                badParties.add(party);
            }
        }
        // members carry no tags here, so that no tag exists
        return new StaffAudience(
                users, String.join("|", badUsers), String.join("|", badParties), String.join("|", tags));
    }

    private static boolean addParty(Call call, String party, Set<String> users) {
        if (!party.matches("\\d{1,9}")) {
            return false;
        }
        var id = Integer.parseInt(party);
        var directory = call.corp().directory();
        directory.membersOf(List.of(id)).stream()
                .filter(member -> receives(call, member))
                .forEach(member -> users.add(member.userid()));
        return directory.department(id).isPresent();
    }

    private static boolean receives(Call call, StaffRow member) {
        return member.status() != LEFT && call.app().sees(member.userid());
    }

    private static List<String> list(Call call, String name, int most, Errcode tooMany) {
        var items = Arrays.stream(call.params().text(name).split("\\|", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.size() > most) {
            throw tooMany.error();
        }
        return items;
    }
}
