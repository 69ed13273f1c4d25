package cn.siyu.application.channel.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Greetings for groups, in memory.
final class InMemoryGroupGreetings implements GroupGreetings {
    private final InMemoryFarSide farSide;
    private final Map<String, Greeting> greetings = new LinkedHashMap<>();

    InMemoryGroupGreetings(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<String> create(Greeting greeting, boolean tellStaff) {
        return farSide.change(() -> {
            if (unfit(greeting)) {
                return Answer.notDone(NotDoneReason.INVALID, "too long, or refers to what is not there");
            }
            var id = "greeting" + farSide.next();
            greetings.put(id, greeting);
            return Answer.done(id);
        });
    }

    @Override
    public Answer<Greeting> fetch(String greetingId) {
        return farSide.read(() -> {
            var greeting = greetings.get(greetingId);
            return greeting == null ? none() : Answer.done(greeting);
        });
    }

    @Override
    public Answer<Ack> update(String greetingId, Greeting greeting) {
        return farSide.change(() -> {
            if (!greetings.containsKey(greetingId)) {
                return none();
            }
            if (unfit(greeting)) {
                return Answer.notDone(NotDoneReason.INVALID, "too long, or refers to what is not there");
            }
            greetings.put(greetingId, greeting);
            return Answer.done(Ack.ACK);
        });
    }

    @Override
    public Answer<Ack> delete(String greetingId) {
        return farSide.change(() -> greetings.remove(greetingId) == null ? none() : Answer.done(Ack.ACK));
    }

    private boolean unfit(Greeting greeting) {
        return greeting.text().getBytes(UTF_8).length > 3000
                || (greeting.attachment() != null
                        && !InMemoryMedia.there(farSide, new OutboundMessage("", List.of(greeting.attachment()))));
    }

    private static <T> Answer<T> none() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such greeting");
    }
}
