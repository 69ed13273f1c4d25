package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's acquisition links, who came by them, and what is left to be used.
public final class LinkBook {
    private final NavigableMap<Integer, LinkRow> inOrder = new TreeMap<>();
    private final Map<String, LinkRow> byId = new HashMap<>();
    private final Map<String, NavigableMap<Integer, LinkCustomerRow>> customers = new HashMap<>();
    private final Map<Came, LinkCustomerRow> byRelation = new HashMap<>();
    private final Map<String, NavigableMap<Integer, LinkDayRow>> days = new HashMap<>();
    private final Map<String, ChatKeyRow> keys = new LinkedHashMap<>();
    private AcquisitionRow acquisition = AcquisitionRow.NONE;

    private record Came(int customer, String userid) {}

    void apply(LinkRow row) {
        inOrder.put(row.sequence(), row);
        byId.put(row.linkId(), row);
    }

    void apply(LinkRow.Gone row) {
        var link = byId.remove(row.linkId());
        if (link != null) {
            inOrder.remove(link.sequence());
        }
    }

    void apply(LinkCustomerRow row) {
        customers.computeIfAbsent(row.linkId(), _ -> new TreeMap<>()).put(row.sequence(), row);
        byRelation.put(new Came(row.customer(), row.userid()), row);
    }

    void apply(LinkDayRow row) {
        days.computeIfAbsent(row.linkId(), _ -> new TreeMap<>()).put(row.day(), row);
    }

    void apply(ChatKeyRow row) {
        keys.put(row.key(), row);
    }

    void apply(ChatKeyRow.Spent row) {
        keys.remove(row.key());
    }

    void apply(AcquisitionRow row) {
        acquisition = row;
    }

    Stream<Row> rows() {
        return Stream.of(
                        Stream.of(acquisition),
                        inOrder.values().stream(),
                        customers.values().stream().flatMap(of -> of.values().stream()),
                        days.values().stream().flatMap(of -> of.values().stream()),
                        keys.values().stream())
                .flatMap(rows -> rows);
    }

    public AcquisitionRow acquisition() {
        return acquisition;
    }

    public int count() {
        return byId.size();
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<LinkRow> link(String linkId) {
        return Optional.ofNullable(byId.get(linkId));
    }

    /// The links by number, oldest first.
    public NavigableMap<Integer, LinkRow> inOrder() {
        return inOrder;
    }

    /// Who came by a link, in the order in which they came.
    public NavigableMap<Integer, LinkCustomerRow> customersOf(String linkId) {
        var found = customers.get(linkId);
        return found == null ? new TreeMap<>() : found;
    }

    /// The link by which a customer last came to a member.
    public Optional<LinkCustomerRow> came(int customer, String userid) {
        return Optional.ofNullable(byRelation.get(new Came(customer, userid)));
    }

    public LinkDayRow day(String linkId, int day) {
        var found = days.get(linkId);
        var row = found == null ? null : found.get(day);
        return row == null ? new LinkDayRow(linkId, day, 0, 0) : row;
    }

    public Optional<ChatKeyRow> key(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /// Keys whose time is over.
    public List<ChatKeyRow> expiredKeys(long now) {
        return keys.values().stream().takeWhile(key -> key.expiresAt() < now).toList();
    }
}
