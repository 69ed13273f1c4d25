package cn.siyu.application.channel.port;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Acquisition links in memory.
final class InMemoryLinks implements AcquisitionLinks {
    private final InMemoryFarSide farSide;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Request> requests = new LinkedHashMap<>();
    private final Map<String, List<Arrival>> arrivals = new LinkedHashMap<>();
    private long left;
    private long used;

    InMemoryLinks(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    void grant(int uses) {
        left += uses;
    }

    ChannelWorld.Met comeBy(String linkId, String channel) {
        var staff = Objects.requireNonNull(requests.get(linkId), "no such link")
                .staff()
                .iterator()
                .next();
        var met = farSide.customerAdds(staff, channel);
        used++;
        left--;
        arrivals.computeIfAbsent(linkId, _ -> new ArrayList<>())
                .add(new Arrival(met.contactId(), staff, Boolean.FALSE, channel));
        return met;
    }

    @Override
    public Answer<Slice<String>> list(@Nullable String cursor) {
        return farSide.read(() -> Pages.of(List.copyOf(links.keySet()), cursor));
    }

    @Override
    public Answer<Link> fetch(String linkId) {
        return farSide.read(() -> {
            var link = links.get(linkId);
            return link == null ? noLink() : Answer.done(link);
        });
    }

    @Override
    public Answer<Link> create(Request request) {
        return farSide.change(() -> {
            var id = "ca" + farSide.next();
            return Answer.done(
                    put(id, request, new Link(id, request.name(), "https://far.side/ca/" + id, farSide.now())));
        });
    }

    @Override
    public Answer<Ack> update(String linkId, Request request) {
        return farSide.change(() -> {
            var old = links.get(linkId);
            if (old == null) {
                return noLink();
            }
            put(linkId, request, new Link(linkId, request.name(), old.url(), old.createdAt()));
            return Answer.done(Ack.ACK);
        });
    }

    private Link put(String linkId, Request request, Link link) {
        links.put(linkId, link);
        requests.put(linkId, request);
        return link;
    }

    @Override
    public Answer<Ack> delete(String linkId) {
        return farSide.change(() -> links.remove(linkId) == null ? noLink() : Answer.done(Ack.ACK));
    }

    @Override
    public Answer<Slice<Arrival>> arrivals(String linkId, @Nullable String cursor) {
        return farSide.read(() ->
                links.containsKey(linkId) ? Pages.of(arrivals.getOrDefault(linkId, List.of()), cursor) : noLink());
    }

    @Override
    public Answer<Quota> quota() {
        return farSide.read(() -> Answer.done(new Quota(used, left)));
    }

    @Override
    public Answer<Clicks> clicks(String linkId, LocalDate first, LocalDate last) {
        return farSide.read(() -> {
            long came = arrivals.getOrDefault(linkId, List.of()).size();
            return links.containsKey(linkId) ? Answer.done(new Clicks(came, came)) : noLink();
        });
    }

    private static <T> Answer<T> noLink() {
        return Answer.notDone(NotDoneReason.NOT_FOUND, "no such link");
    }
}
