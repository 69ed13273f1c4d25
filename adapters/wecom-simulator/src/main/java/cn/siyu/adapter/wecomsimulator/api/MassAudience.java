package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.people.MassSending;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.world.MessageRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who is to send a mass message to whom. A customer with several followers goes to the member who
/// last wrote with it.
///
/// @param tasks the members' parts, in the directory's order
/// @param failed external_userids or chat_ids that cannot be sent to
record MassAudience(List<MessageRow.Task> tasks, List<String> failed) {
    private static final int TAGS = 100;
    private static final Comparator<RelationRow> LAST_CHAT =
            Comparator.comparingLong(RelationRow::lastChatAt).thenComparingLong(RelationRow::createdAt);

    static MassAudience of(Call call) {
        var params = call.params();
        var named = params.texts("external_userid");
        var filter = params.object("tag_filter").objects("group_list");
        var sender = params.text("sender");
        if (named.isEmpty() && filter.isEmpty() && sender.isEmpty()) {
            throw Errcode.NO_EXTERNAL_USERID.error();
        }
        if (named.size() > call.corp().limits().recipientsPerMessage()) {
            throw Errcode.BAD_USER_LIST_LENGTH.error();
        }
        var member = sender.isEmpty() ? "" : sender(call);
        return named.isEmpty() ? filtered(call, filter, member) : listed(call, named, member);
    }

    /// The userid of the member that a call names as sender.
    static String sender(Call call) {
        return call.corp()
                .directory()
                .staff(call.params().text("sender"))
                .filter(found -> found.serves() && call.app().sees(found.userid()))
                .orElseThrow(Errcode.NO_RELATION::error)
                .userid();
    }

    /// A number that differs when the audience does.
    int fingerprint() {
        var hash = 17;
        for (var task : tasks) {
            hash = hash * 31 * 31 + task.userid().hashCode() * 31 + Arrays.hashCode(task.customers());
            hash += task.chats().hashCode();
        }
        return hash;
    }

    private static MassAudience listed(Call call, List<String> named, String sender) {
        var failed = new ArrayList<String>();
        var shares = new LinkedHashMap<String, List<Integer>>();
        for (var id : new LinkedHashSet<>(named)) {
            var follower = call.corp()
                    .contacts()
                    .byId(id)
                    .flatMap(customer ->
                            candidates(call, customer.number(), sender).max(LAST_CHAT));
            if (follower.isPresent()
                    && MassSending.hasQuota(call.corp(), follower.get().customer())) {
                assign(shares, follower.get());
            } else {
                failed.add(id);
            }
        }
        return new MassAudience(tasks(call, shares), failed);
    }

    /// All customers of the sender, or of everybody, that carry the tags: any tag inside a group,
    /// and each group.
    private static MassAudience filtered(Call call, List<Params> filter, String sender) {
        var corp = call.corp();
        var wanted = filter.stream()
                .map(group -> Set.copyOf(group.texts("tag_list")))
                .filter(tags -> !tags.isEmpty())
                .toList();
        for (var tags : wanted) {
            if (corp.limited() && tags.size() > TAGS) {
                throw Errcode.invalidParam("tag_list");
            }
            TagApi.checkTags(corp, tags);
        }
        var shares = new LinkedHashMap<String, List<Integer>>();
        var reached = new LinkedHashSet<Integer>();
        for (var member : corp.directory().staff()) {
            if (member.serves() && (sender.isEmpty() || member.userid().equals(sender))) {
                corp.contacts().customersOf(member.userid()).values().stream()
                        .filter(relation -> wanted.stream().allMatch(tags -> carriesAny(relation, tags)))
                        .forEach(relation -> reached.add(relation.customer()));
            }
        }
        for (var customer : reached) {
            candidates(call, customer, sender)
                    .max(LAST_CHAT)
                    .filter(_ -> MassSending.hasQuota(corp, customer))
                    .ifPresent(relation -> assign(shares, relation));
        }
        return new MassAudience(tasks(call, shares), List.of());
    }

    private static boolean carriesAny(RelationRow relation, Set<String> tags) {
        return relation.tags().stream().anyMatch(tags::contains);
    }

    private static Stream<RelationRow> candidates(Call call, int customer, String sender) {
        return call.corp().contacts().followersOf(customer).stream()
                .filter(relation -> sender.isEmpty() || relation.userid().equals(sender))
                .filter(relation -> call.app().sees(relation.userid()))
                .filter(relation -> call.corp()
                        .directory()
                        .staff(relation.userid())
                        .filter(member -> member.serves())
                        .isPresent());
    }

    private static void assign(Map<String, List<Integer>> shares, RelationRow relation) {
        shares.computeIfAbsent(relation.userid(), _ -> new ArrayList<>()).add(relation.customer());
    }

    private static List<MessageRow.Task> tasks(Call call, Map<String, List<Integer>> shares) {
        return call.corp().directory().staff().stream()
                .filter(member -> shares.containsKey(member.userid()))
                .map(member -> task(call, member.userid(), shares.getOrDefault(member.userid(), List.of())))
                .toList();
    }

    private static MessageRow.Task task(Call call, String userid, List<Integer> customers) {
        var most = call.corp().limited() ? call.corp().limits().customersPerMemberMessage() : Integer.MAX_VALUE;
        return MessageRow.Task.toCustomers(
                userid,
                customers.stream().limit(most).mapToInt(Integer::intValue).toArray());
    }
}
