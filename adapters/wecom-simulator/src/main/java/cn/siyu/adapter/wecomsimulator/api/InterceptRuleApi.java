package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.InterceptRuleRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// Rules against words that members must not send (管理聊天敏感词).
final class InterceptRuleApi {
    private static final String ROOT = "/cgi-bin/externalcontact/";
    private static final int NAME = 20;
    private static final int WORD = 32;

    private InterceptRuleApi() {}

    static List<Endpoint> endpoints() {
        return List.of(
                Endpoint.contactPost(ROOT + "add_intercept_rule", InterceptRuleApi::add),
                Endpoint.contactGet(ROOT + "get_intercept_rule_list", InterceptRuleApi::list, "rule_list"),
                Endpoint.contactPost(ROOT + "get_intercept_rule", InterceptRuleApi::get),
                Endpoint.contactPost(ROOT + "update_intercept_rule", InterceptRuleApi::update),
                Endpoint.contactPost(ROOT + "del_intercept_rule", InterceptRuleApi::delete));
    }

    /// Whom a rule binds.
    private record Range(List<String> users, List<Integer> departments) {}

    private static void add(Call call, ObjectNode answer) {
        var corp = call.corp();
        var params = call.params();
        var name = name(call, "");
        var words = words(call);
        if (words.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var type = type(params, 0);
        var range = range(call, "applicable_range");
        if (range.users().isEmpty() && range.departments().isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        if (corp.limited()
                && corp.rules().rules().size() >= corp.limits().rules().rules()) {
            throw Errcode.RULE_LIMIT.error();
        }
        var sequence = corp.rules().nextRule();
        var rule = new InterceptRuleRow(
                corp.ids()
                        .config(
                                "rule|" + sequence,
                                taken -> corp.rules().rule(taken).isPresent()
                                        || corp.rules().wasRule(taken)),
                sequence,
                call.app().agentId(),
                call.now(),
                name,
                words,
                semantics(params),
                type,
                range.users(),
                range.departments());
        corp.put(rule);
        answer.put("rule_id", rule.ruleId());
    }

    private static void list(Call call, ObjectNode answer) {
        var nodes = answer.putArray("rule_list");
        for (var rule : call.corp().rules().rules()) {
            nodes.addObject()
                    .put("rule_id", rule.ruleId())
                    .put("rule_name", rule.name())
                    .put("create_time", rule.createdAt());
        }
    }

    private static void get(Call call, ObjectNode answer) {
        var rule = named(call);
        var node = answer.putObject("rule").put("rule_id", rule.ruleId()).put("rule_name", rule.name());
        rule.words().forEach(node.putArray("word_list")::add);
        rule.semantics().forEach(node.putArray("semantics_list")::add);
        rule.semantics().forEach(node.putObject("extra_rule").putArray("semantics_list")::add);
        node.put("intercept_type", rule.type()).put("create_time", rule.createdAt());
        var range = node.putObject("applicable_range");
        var users = range.putArray("user_list");
        rule.users().stream().filter(call.app()::sees).forEach(users::add);
        rule.departments().forEach(range.putArray("department_list")::add);
    }

    private static void update(Call call, ObjectNode answer) {
        var old = own(call);
        var params = call.params();
        var words = words(call);
        var more = range(call, "add_applicable_range");
        var fewer = range(call, "remove_applicable_range");
        var users = changed(old.users(), more.users(), fewer.users());
        if (users.size() > call.corp().limits().rules().users()) {
            throw Errcode.RULE_USERS.error();
        }
        var departments = changed(old.departments(), more.departments(), fewer.departments());
        if (users.isEmpty() && departments.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        call.corp()
                .put(new InterceptRuleRow(
                        old.ruleId(),
                        old.sequence(),
                        old.agentId(),
                        old.createdAt(),
                        params.has("rule_name") ? name(call, old.ruleId()) : old.name(),
                        words.isEmpty() ? old.words() : words,
                        params.has("extra_rule") ? semantics(params.object("extra_rule")) : old.semantics(),
                        type(params, old.type()),
                        users,
                        departments));
    }

    private static void delete(Call call, ObjectNode answer) {
        call.corp().put(new InterceptRuleRow.Gone(own(call).ruleId()));
    }

    private static InterceptRuleRow named(Call call) {
        var id = call.params().text("rule_id");
        if (id.isEmpty()) {
            throw Errcode.NO_RULE.error();
        }
        var book = call.corp().rules();
        return book.rule(id)
                .orElseThrow(() -> book.wasRule(id) ? Errcode.RULE_DELETED.error() : Errcode.BAD_RULE.error());
    }

    /// An app changes only what it made itself.
    private static InterceptRuleRow own(Call call) {
        var rule = named(call);
        if (rule.agentId() != call.app().agentId()) {
            throw Errcode.NO_PRIVILEGE.error();
        }
        return rule;
    }

    private static String name(Call call, String itself) {
        var name = Words.within(call.params(), "rule_name", NAME);
        if (name.isEmpty()) {
            throw Errcode.PARAMETER_EMPTY.error();
        }
        var taken = call.corp()
                .rules()
                .ruleNamed(name)
                .filter(other -> !other.ruleId().equals(itself));
        if (taken.isPresent()) {
            throw Errcode.RULE_NAME_EXISTS.error();
        }
        return name;
    }

    private static List<String> words(Call call) {
        var words = call.params().texts("word_list");
        if (words.size() > call.corp().limits().rules().words()) {
            throw Errcode.TOO_MANY_WORDS.error();
        }
        for (var word : words) {
            if (word.isEmpty() || Words.characters(word) > WORD) {
                throw Errcode.BAD_WORD.error();
            }
        }
        return words.stream().distinct().toList();
    }

    private static List<Integer> semantics(Params params) {
        var semantics = params.numbers("semantics_list").stream().distinct().toList();
        if (semantics.stream().anyMatch(kind -> kind < 1 || kind > 3)) {
            throw Errcode.invalidParam("semantics_list");
        }
        return semantics;
    }

    private static int type(Params params, int absent) {
        var type = (int) params.number("intercept_type", absent);
        if (type != 1 && type != 2) {
            throw Errcode.invalidParam("intercept_type");
        }
        return type;
    }

    private static Range range(Call call, String name) {
        var range = call.params().object(name);
        var users = range.texts("user_list");
        var departments = range.numbers("department_list");
        var most = call.corp().limits().rules().nodes();
        if (users.size() > most || departments.size() > most) {
            throw Errcode.RULE_USERS.error();
        }
        for (var department : departments) {
            if (call.corp().directory().department(department).isEmpty()) {
                throw Errcode.BAD_PARTY.error();
            }
        }
        return new Range(
                users.stream()
                        .map(user -> StaffApi.visibleMember(call, user).userid())
                        .distinct()
                        .toList(),
                departments.stream().distinct().toList());
    }

    private static <T> List<T> changed(Collection<T> old, Collection<T> more, Collection<T> fewer) {
        var all = new LinkedHashSet<>(old);
        all.addAll(more);
        fewer.forEach(all::remove);
        return new ArrayList<>(all);
    }
}
