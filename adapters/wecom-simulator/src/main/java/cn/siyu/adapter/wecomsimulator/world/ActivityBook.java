package cn.siyu.adapter.wecomsimulator.world;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What members did with customers, day by day.
public final class ActivityBook {
    private final Map<String, NavigableMap<Integer, StaffDayRow>> days = new HashMap<>();
    private final Map<Between, TalkRow> talks = new HashMap<>();

    private final Set<Between> agreed = new LinkedHashSet<>();

    private record Between(int customer, String userid) {}

    void apply(StaffDayRow row) {
        days.computeIfAbsent(row.userid(), _ -> new TreeMap<>()).put(row.day(), row);
    }

    void apply(TalkRow row) {
        talks.put(new Between(row.customer(), row.userid()), row);
    }

    void apply(ConsentRow row) {
        agreed.add(new Between(row.customer(), row.userid()));
    }

    Stream<Row> rows() {
        return Stream.of(
                        days.values().stream().flatMap(of -> of.values().stream()),
                        talks.values().stream(),
                        agreed.stream().map(each -> new ConsentRow(each.customer(), each.userid())))
                .flatMap(rows -> rows);
    }

    /// Whether a customer has agreed that its chat with a member is archived.
    public boolean agreed(int customer, String userid) {
        return agreed.contains(new Between(customer, userid));
    }

    public StaffDayRow day(String userid, int day) {
        var found = days.get(userid);
        var row = found == null ? null : found.get(day);
        return row == null ? StaffDayRow.empty(userid, day) : row;
    }

    /// The last day on which the two wrote to each other, if it is this one.
    public Optional<TalkRow> talk(int customer, String userid, int day) {
        return Optional.ofNullable(talks.get(new Between(customer, userid))).filter(talk -> talk.day() == day);
    }
}
