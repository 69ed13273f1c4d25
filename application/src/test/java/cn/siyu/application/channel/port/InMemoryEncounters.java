package cn.siyu.application.channel.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Set;

/// Contact ways and welcome messages in memory.
final class InMemoryEncounters implements ContactWayProvider, Welcomes {
    static final Limits WELCOME =
            new Limits(4000, 1, 9, Set.of(Attachment.Kind.values()), false, Duration.ofSeconds(20), 0);

    private final InMemoryFarSide farSide;

    InMemoryEncounters(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<ContactWay> create(Request request) {
        return farSide.change(() -> {
            if (!farSide.staff.containsKey(request.staff())) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "no member " + request.staff());
            }
            var id = "way" + farSide.next();
            farSide.contactWays.put(id, request);
            return Answer.done(new ContactWay(id, "https://far.side/qr/" + id));
        });
    }

    @Override
    public Answer<Ack> update(String contactWayId, Request request) {
        return farSide.change(
                () -> farSide.contactWays.replace(contactWayId, request) == null ? noWay() : Answer.done(Ack.ACK));
    }

    @Override
    public Answer<Ack> delete(String contactWayId) {
        return farSide.change(() -> farSide.contactWays.remove(contactWayId) == null ? noWay() : Answer.done(Ack.ACK));
    }

    private static Answer<Ack> noWay() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such contact way");
    }

    @Override
    public Answer<Ack> send(String sendId, String welcomeCode, OutboundMessage message) {
        return farSide.change(() -> {
            if (message.text().getBytes(UTF_8).length > WELCOME.textBytes()) {
                return Answer.notDone(NotDoneReason.INVALID, "the text is too long");
            }
            if (!InMemoryMedia.there(farSide, message)) {
                return Answer.notDone(NotDoneReason.INVALID, "refers to what is not there");
            }
            var since = farSide.welcomeCodes.remove(welcomeCode);
            if (since == null || since.plusSeconds(20).isBefore(farSide.now())) {
                return Answer.notDone(NotDoneReason.TOO_LATE, "unknown, used or too old");
            }
            farSide.welcomes.add(new InMemoryFarSide.Welcome(sendId, welcomeCode, message));
            return Answer.done(Ack.ACK);
        });
    }
}
