package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import cn.siyu.adapter.wecomsimulator.world.WayRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of a contact way, checked as the platform checks them.
final class ContactWayForm {
    private static final int TEXT = 30;
    private static final long LIFE = Duration.ofDays(7).toSeconds();
    private static final long CHAT_LIFE = Duration.ofDays(1).toSeconds();
    private static final long LONGEST_LIFE = Duration.ofDays(14).toSeconds();

    private ContactWayForm() {}

    /// A new way from a request.
    static WayRow read(Call call) {
        var params = call.params();
        var type = (int) kind(params, "type", Errcode.WAY_NO_TYPE, Errcode.WAY_BAD_TYPE);
        var scene = (int) kind(params, "scene", Errcode.WAY_NO_SCENE, Errcode.WAY_BAD_SCENE);
        var style = (int) params.number("style", 1);
        if (scene == 1 && (style < 1 || style > (type == 1 ? 3 : 2))) {
            throw Errcode.WAY_BAD_STYLE.error();
        }
        var temporary = params.flag("is_temp", false);
        if (temporary && type != 1) {
            throw Errcode.WAY_BAD_TYPE.error();
        }
        var users = users(call, params.texts("user"));
        var parties = type == 2 ? parties(call, params.numbers("party")) : List.<Integer>of();
        checkMembers(call, type, users, parties);
        var state = Words.within(params, "state", TEXT);
        var corp = call.corp();
        var id = corp.ids()
                .config(
                        state + "|" + users + "|" + parties,
                        taken -> corp.ways().byId(taken).isPresent());
        return new WayRow(
                id,
                corp.ways().nextSequence(),
                call.now(),
                type,
                scene,
                style,
                Words.within(params, "remark", TEXT),
                params.flag("skip_verify", true),
                state,
                scene == 2 ? "https://wework.qpic.cn/wwpic3az/qr_" + id + "/0" : "",
                users,
                parties,
                temporary,
                temporary ? life(params, "expires_in", LIFE) : 0,
                temporary ? life(params, "chat_expires_in", CHAT_LIFE) : 0,
                params.text("unionid"),
                params.flag("is_exclusive", false),
                params.flag("mark_source", true),
                conclusions(call, null));
    }

    /// A way with the fields of a request in place of its own. A temporary way that has expired
    /// cannot be changed.
    static WayRow changed(Call call, WayRow old) {
        var params = call.params();
        if (old.temporary() && old.createdAt() + old.expiresIn() < call.now()) {
            throw Errcode.WAY_BAD_CONFIG_ID.error();
        }
        var style = (int) params.number("style", old.style());
        if (old.scene() == 1 && (style < 1 || style > (old.type() == 1 ? 3 : 2))) {
            throw Errcode.WAY_BAD_STYLE.error();
        }
        var users = params.has("user") ? users(call, params.texts("user")) : old.users();
        var parties = params.has("party") && old.type() == 2 ? parties(call, params.numbers("party")) : old.parties();
        checkMembers(call, old.type(), users, parties);
        return new WayRow(
                old.configId(),
                old.sequence(),
                old.createdAt(),
                old.type(),
                old.scene(),
                style,
                params.has("remark") ? Words.within(params, "remark", TEXT) : old.remark(),
                params.flag("skip_verify", old.skipVerify()),
                params.has("state") ? Words.within(params, "state", TEXT) : old.state(),
                old.qrCode(),
                users,
                parties,
                old.temporary(),
                old.temporary() ? life(params, "expires_in", old.expiresIn()) : old.expiresIn(),
                old.temporary() ? life(params, "chat_expires_in", old.chatExpiresIn()) : old.chatExpiresIn(),
                params.has("unionid") ? params.text("unionid") : old.unionid(),
                old.exclusive(),
                params.flag("mark_source", old.markSource()),
                conclusions(call, old.conclusions()));
    }

    private static long kind(Params params, String name, Errcode missing, Errcode bad) {
        if (!params.has(name)) {
            throw missing.error();
        }
        var value = params.number(name, 0);
        if (value != 1 && value != 2) {
            throw bad.error();
        }
        return value;
    }

    /// The userids as the directory writes them.
    private static List<String> users(Call call, List<String> names) {
        return names.stream().distinct().map(name -> serving(call, name)).toList();
    }

    /// The userid of a member that customers can add, as the directory writes it: activated, of
    /// verified name, with the customer-contact feature.
    static String serving(Call call, String name) {
        var member = StaffApi.visibleMember(call, name);
        if (member.status() != 1 || member.standing().unverified()) {
            throw Errcode.USER_NOT_ACTIVE.error();
        }
        if (!member.customerContact()) {
            throw Errcode.FORBIDDEN.error();
        }
        return member.userid();
    }

    /// Departments that exist.
    static List<Integer> parties(Call call, List<Integer> ids) {
        for (var id : ids) {
            if (call.corp().directory().department(id).isEmpty()) {
                throw Errcode.BAD_PARTY.error();
            }
        }
        return ids;
    }

    private static void checkMembers(Call call, int type, List<String> users, List<Integer> parties) {
        if (type == 1 && users.size() != 1) {
            throw users.isEmpty() ? Errcode.BAD_USERID.error() : Errcode.WAY_TOO_MANY_USERS.error();
        }
        if (users.isEmpty() && parties.isEmpty()) {
            throw Errcode.BAD_USERID.error();
        }
        Set<String> everybody = new HashSet<>(users);
        call.corp().directory().membersOf(parties).stream()
                .filter(StaffRow::serves)
                .forEach(member -> everybody.add(member.userid()));
        if (everybody.size() > call.corp().limits().usersPerWay()) {
            throw Errcode.WAY_TOO_MANY_USERS.error();
        }
    }

    /// How long a temporary way, or its chat, lives: up to 14 days.
    private static long life(Params params, String name, long absent) {
        var seconds = params.number(name, absent);
        if (seconds < 1 || seconds > LONGEST_LIFE) {
            throw Errcode.invalidParam(name);
        }
        return seconds;
    }

    private static @Nullable JsonNode conclusions(Call call, @Nullable JsonNode old) {
        var params = call.params();
        return params.has("conclusions") ? Conclusions.read(call, params.object("conclusions")) : old;
    }
}
