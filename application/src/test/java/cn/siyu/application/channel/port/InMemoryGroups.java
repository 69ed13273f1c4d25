package cn.siyu.application.channel.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Customer groups in memory.
final class InMemoryGroups implements CustomerGroups {
    private final InMemoryFarSide farSide;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    InMemoryGroups(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    String make(String owner) {
        var id = "wr" + farSide.next();
        var self = new Member(owner, true, "成员" + owner, farSide.now(), JoinedBy.INVITATION, null, null, null);
        groups.put(id, new Group(id, "客户群", owner, farSide.now(), "", List.of(self), List.of(), "v1"));
        return id;
    }

    void join(String groupId, String contactId, @Nullable String state) {
        var group = of(groupId);
        var members = new ArrayList<>(group.members());
        var how = state == null ? JoinedBy.INVITATION : JoinedBy.QR_CODE;
        var invitor = state == null ? group.owner() : null;
        members.add(new Member(contactId, false, "客户", farSide.now(), how, null, state, invitor));
        put(group, group.owner(), members);
    }

    private void put(Group group, String owner, List<Member> members) {
        groups.put(
                group.groupId(),
                new Group(
                        group.groupId(),
                        group.name(),
                        owner,
                        group.createdAt(),
                        group.notice(),
                        members,
                        group.admins(),
                        "v" + farSide.next()));
    }

    private Group of(String groupId) {
        var group = groups.get(groupId);
        if (group == null) {
            throw new IllegalArgumentException("no group " + groupId);
        }
        return group;
    }

    List<Group> ownedBy(String owner) {
        return groups.values().stream()
                .filter(group -> group.owner().equals(owner))
                .toList();
    }

    boolean owns(String owner, String groupId) {
        var group = groups.get(groupId);
        return group != null && group.owner().equals(owner);
    }

    boolean has(String groupId) {
        return groups.containsKey(groupId);
    }

    String ownerOf(String groupId) {
        return of(groupId).owner();
    }

    void give(String groupId, String newOwner) {
        var group = of(groupId);
        put(group, newOwner, group.members());
    }

    @Override
    public Answer<Slice<Listed>> list(List<String> owners, @Nullable String cursor) {
        return farSide.read(() -> Pages.of(
                groups.values().stream()
                        .filter(group -> owners.isEmpty() || owners.contains(group.owner()))
                        .map(group -> new Listed(
                                group.groupId(),
                                farSide.left.contains(group.owner()) ? State.OWNER_LEFT : State.NORMAL))
                        .toList(),
                cursor));
    }

    @Override
    public Answer<Group> fetch(String groupId) {
        return farSide.read(() -> {
            var group = groups.get(groupId);
            return group == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "no such group") : Answer.done(group);
        });
    }
}
