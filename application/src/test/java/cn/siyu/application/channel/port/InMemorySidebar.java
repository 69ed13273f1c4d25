package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Pages in the staff's client, in memory.
final class InMemorySidebar implements SidebarPages {
    private static final Duration LIFE = Duration.ofHours(2);

    private final InMemoryFarSide farSide;
    private final Map<String, Visitor> codes = new HashMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();

    InMemorySidebar(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    String opens(Visitor visitor) {
        var code = "page" + farSide.next();
        codes.put(code, visitor);
        return code;
    }

    @Override
    public Answer<Visitor> visitor(String code) {
        return farSide.read(() -> {
            var visitor = codes.remove(code);
            return visitor == null ? Answer.notDone(NotDoneReason.NOT_FOUND, "used or unknown") : Answer.done(visitor);
        });
    }

    @Override
    public Answer<Ticket> corpTicket() {
        return ticket("corp");
    }

    @Override
    public Answer<Ticket> appTicket() {
        return ticket("app");
    }

    private Answer<Ticket> ticket(String of) {
        return farSide.read(() -> Answer.done(tickets.compute(
                of,
                (_, old) -> old != null && farSide.now().isBefore(old.endsAt())
                        ? old
                        : new Ticket(of + farSide.next(), farSide.now().plus(LIFE)))));
    }
}
