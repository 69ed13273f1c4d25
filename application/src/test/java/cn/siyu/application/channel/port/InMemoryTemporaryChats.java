package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Chats that end by themselves, in memory.
final class InMemoryTemporaryChats implements TemporaryChats {
    private static final Duration LONGEST = Duration.ofDays(14);

    private final InMemoryFarSide farSide;
    private final Map<String, Request> codes = new HashMap<>();
    private final Map<InMemoryFarSide.Pair, Instant> chats = new HashMap<>();

    InMemoryTemporaryChats(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    /// A contact came by a code, which works once.
    void began(String codeId, String contactId) {
        var request = codes.remove(codeId);
        if (request != null) {
            chats.put(
                    new InMemoryFarSide.Pair(request.staff(), contactId),
                    farSide.now().plus(request.chatLives()));
        }
    }

    @Override
    public Answer<ContactWayProvider.ContactWay> open(Request request) {
        return farSide.change(() -> {
            if (unfit(request.codeLives()) || unfit(request.chatLives())) {
                return Answer.notDone(NotDoneReason.INVALID, "1 s to 14 days");
            }
            if (!farSide.staff.containsKey(request.staff())) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no such member");
            }
            var id = "temporary" + farSide.next();
            codes.put(id, request);
            farSide.contactWays.put(id, new ContactWayProvider.Request(request.staff(), request.state(), "", true));
            return Answer.done(new ContactWayProvider.ContactWay(id, "https://far.side/qr/" + id));
        });
    }

    private static boolean unfit(Duration life) {
        return life.toSeconds() < 1 || life.compareTo(LONGEST) > 0;
    }

    @Override
    public Answer<Ack> close(String staff, String contactId) {
        return farSide.change(() -> {
            var ends = chats.remove(new InMemoryFarSide.Pair(staff, contactId));
            return ends == null || !farSide.now().isBefore(ends)
                    ? Answer.notDone(NotDoneReason.NOT_FOUND, "no such chat")
                    : Answer.done(Ack.ACK);
        });
    }
}
