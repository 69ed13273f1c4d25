package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Handing over in memory: customers have 24 hours to refuse, groups go at once.
final class InMemoryTransfers implements Transfers {
    private static final Duration UNTIL_TAKEN = Duration.ofHours(24);
    private static final int MOST = 100;

    private final InMemoryFarSide farSide;
    private final Map<InMemoryFarSide.Pair, Transfer> transfers = new LinkedHashMap<>();
    private final Map<String, Instant> leftAt = new HashMap<>();
    private int calls;

    InMemoryTransfers(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    private record Transfer(String to, Instant takenAt, boolean refused) {}

    int calls() {
        return calls;
    }

    void leaves(String staff) {
        farSide.left.add(staff);
        leftAt.put(staff, farSide.now());
    }

    void refuse(String contactId) {
        transfers.replaceAll((pair, transfer) ->
                pair.contactId().equals(contactId) ? new Transfer(transfer.to(), transfer.takenAt(), true) : transfer);
    }

    @Override
    public Answer<Outcome> customers(Handover handover, Set<String> contacts) {
        return farSide.change(() -> {
            calls++;
            if (contacts.isEmpty() || contacts.size() > MOST) {
                return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST);
            }
            Map<String, Refusal> refused = new HashMap<>();
            for (var contact : contacts) {
                var pair = new InMemoryFarSide.Pair(handover.from(), contact);
                var before = transfers.get(pair);
                if (!farSide.relations.containsKey(pair)) {
                    refused.put(contact, Refusal.NOT_FOUND);
                } else if (handover.left() != farSide.left.contains(handover.from())) {
                    refused.put(contact, Refusal.WRONG_KIND);
                } else if (farSide.full.contains(handover.to())) {
                    refused.put(contact, Refusal.FULL);
                } else if (handover.from().equals(handover.to()) || farSide.outOfRange.contains(handover.to())) {
                    refused.put(contact, Refusal.TAKER_UNFIT);
                } else if (before != null && !before.refused()) {
                    refused.put(contact, Refusal.UNDER_WAY);
                } else {
                    transfers.put(
                            pair, new Transfer(handover.to(), farSide.now().plus(UNTIL_TAKEN), false));
                }
            }
            return Answer.done(new Outcome(refused));
        });
    }

    @Override
    public Answer<Slice<Progress>> results(Handover handover, @Nullable String cursor) {
        return farSide.read(() -> {
            List<Progress> found = new ArrayList<>();
            transfers.forEach((pair, transfer) -> {
                if (pair.staff().equals(handover.from()) && transfer.to().equals(handover.to())) {
                    found.add(progress(pair.contactId(), transfer));
                }
            });
            return Pages.of(found, cursor);
        });
    }

    private Progress progress(String contact, Transfer transfer) {
        if (transfer.refused()) {
            return new Progress(contact, State.REFUSED, null);
        }
        boolean taken = !farSide.now().isBefore(transfer.takenAt());
        return new Progress(contact, taken ? State.DONE : State.WAITING, transfer.takenAt());
    }

    @Override
    public Answer<Slice<Unassigned>> unassigned(@Nullable String cursor) {
        return farSide.read(() -> {
            List<Unassigned> found = new ArrayList<>();
            farSide.relations.keySet().forEach(pair -> {
                var left = leftAt.get(pair.staff());
                if (left != null && !transfers.containsKey(pair)) {
                    found.add(new Unassigned(pair.staff(), pair.contactId(), left));
                }
            });
            return Pages.of(found, cursor);
        });
    }

    @Override
    public Answer<Outcome> groups(Set<String> groups, String newOwner, boolean ownerLeft) {
        return farSide.change(() -> {
            if (groups.isEmpty() || groups.size() > MOST) {
                return Answer.notDone(NotDoneReason.INVALID, "1 to " + MOST);
            }
            Map<String, Refusal> refused = new HashMap<>();
            for (var group : groups) {
                if (!farSide.groups.has(group)) {
                    refused.put(group, Refusal.NOT_FOUND);
                } else if (ownerLeft != farSide.left.contains(farSide.groups.ownerOf(group))) {
                    refused.put(group, Refusal.WRONG_KIND);
                } else if (farSide.groups.owns(newOwner, group)) {
                    refused.put(group, Refusal.TAKER_UNFIT);
                } else {
                    farSide.groups.give(group, newOwner);
                }
            }
            return Answer.done(new Outcome(refused));
        });
    }
}
