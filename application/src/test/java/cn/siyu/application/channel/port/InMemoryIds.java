package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// What contacts and groups are called elsewhere, in memory.
final class InMemoryIds implements IdConversions {
    private static final String OPEN_GROUP = "opengid-";

    private final InMemoryFarSide farSide;

    InMemoryIds(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    static String openGroupId(String groupId) {
        return OPEN_GROUP + groupId;
    }

    @Override
    public Answer<String> openIdOf(String contactId) {
        return farSide.read(() -> farSide.contacts.containsKey(contactId)
                ? Answer.done("openid-" + contactId)
                : Answer.notDone(NotDoneReason.NOT_FOUND, "no such contact"));
    }

    @Override
    public Answer<String> contactOf(String unionId, @Nullable String openId) {
        return farSide.read(() -> farSide.contacts.values().stream()
                .filter(contact -> unionId.equals(contact.unionId()))
                .filter(contact -> openId == null || openId.equals("openid-" + contact.contactId()))
                .findFirst()
                .map(contact -> Answer.done(contact.contactId()))
                .orElseGet(() -> Answer.notDone(NotDoneReason.NOT_FOUND, "nobody")));
    }

    @Override
    public Answer<String> groupOf(String openGroupId) {
        return farSide.read(() -> {
            var group = openGroupId.startsWith(OPEN_GROUP) ? openGroupId.substring(OPEN_GROUP.length()) : "";
            return farSide.groups.has(group)
                    ? Answer.done(group)
                    : Answer.notDone(NotDoneReason.NOT_FOUND, "none of ours");
        });
    }
}
