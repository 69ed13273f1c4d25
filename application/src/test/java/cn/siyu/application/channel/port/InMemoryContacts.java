package cn.siyu.application.channel.port;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Contacts, remarks and members in memory; pages hold two rows.
final class InMemoryContacts implements ContactDirectory, Remarks, StaffDirectory {
    private static final int PAGE = 2;

    private final InMemoryFarSide farSide;

    InMemoryContacts(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<Contact> fetch(String contactId) {
        return farSide.read(() -> {
            var profile = farSide.contacts.get(contactId);
            var followers = farSide.relations.entrySet().stream()
                    .filter(e -> e.getKey().contactId().equals(contactId))
                    .map(java.util.Map.Entry::getValue)
                    .toList();
            return profile == null || followers.isEmpty()
                    ? Answer.notDone(NotDoneReason.NOT_FOUND, "no contact " + contactId)
                    : Answer.done(new Contact(profile, followers));
        });
    }

    @Override
    public Answer<Slice<Relationship>> byStaff(String staff, @Nullable String cursor) {
        return farSide.read(() -> {
            var all = farSide.relations.entrySet().stream()
                    .filter(e -> e.getKey().staff().equals(staff))
                    .map(e -> new Relationship(profile(e.getKey().contactId()), e.getValue()))
                    .toList();
            if (farSide.forgot(cursor)) {
                return Answer.notDone(NotDoneReason.INVALID, "no such cursor");
            }
            switch (farSide.endless) {
                case NO -> {}
                case CIRCLE -> {
                    return Answer.done(new Slice<>(all, "a".equals(cursor) ? "b" : "a"));
                }
                case EVER_NEW -> {
                    return Answer.done(new Slice<>(List.of(), "c" + farSide.next()));
                }
            }
            var from = cursor == null ? 0 : Integer.parseInt(cursor);
            var to = Math.min(from + PAGE, all.size());
            return Answer.done(new Slice<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null));
        });
    }

    @Override
    public Answer<Set<String>> idsOfStaff(String staff) {
        return farSide.read(() -> Answer.done(farSide.relations.keySet().stream()
                .filter(pair -> pair.staff().equals(staff))
                .map(InMemoryFarSide.Pair::contactId)
                .filter(id -> !id.equals(farSide.hidden))
                .collect(Collectors.toSet())));
    }

    private Profile profile(String contactId) {
        var profile = farSide.contacts.get(contactId);
        if (profile == null) {
            throw new IllegalStateException("a relationship without a contact: " + contactId);
        }
        return profile;
    }

    @Override
    public Answer<Ack> set(String staff, String contactId, Change change) {
        return farSide.change(() -> {
            var pair = new InMemoryFarSide.Pair(staff, contactId);
            var f = farSide.relations.get(pair);
            if (f == null) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no such relationship");
            }
            farSide.relations.put(
                    pair,
                    new Follower(
                            f.staff(),
                            change.remark() == null ? f.remark() : change.remark(),
                            change.description() == null ? f.description() : change.description(),
                            f.since(),
                            f.tagIds(),
                            change.mobiles() == null ? f.mobiles() : change.mobiles(),
                            f.addWay(),
                            f.state(),
                            f.openedBy()));
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<List<Department>> departments() {
        return farSide.read(() -> Answer.done(List.of(new Department(1, 0, "总部"))));
    }

    @Override
    public Answer<List<String>> contactStaff() {
        return farSide.read(() -> Answer.done(List.copyOf(farSide.staff.keySet())));
    }

    @Override
    public Answer<Member> member(String staff) {
        return farSide.read(() -> {
            var member = farSide.staff.get(staff);
            return member == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "no member " + staff) : Answer.done(member);
        });
    }
}
