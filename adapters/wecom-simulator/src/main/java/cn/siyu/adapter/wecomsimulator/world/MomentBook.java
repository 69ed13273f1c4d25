package cn.siyu.adapter.wecomsimulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's moments (客户朋友圈): the jobs that make them, who published, who can see them, who
/// answered.
public final class MomentBook {
    private static final long DAY = 86_400;
    private static final long SHANGHAI = 8 * 3_600;
    private final Map<String, MomentJobRow> jobs = new LinkedHashMap<>();
    private final NavigableMap<Integer, MomentJobRow> jobsInOrder = new TreeMap<>();
    private final Map<String, MomentJobRow.Done> done = new LinkedHashMap<>();
    private final Map<Integer, Integer> jobsByMonth = new HashMap<>();
    private final Map<String, MomentRow> byId = new HashMap<>();
    private final NavigableMap<Integer, MomentRow> inOrder = new TreeMap<>();
    private final Set<String> cancelled = new LinkedHashSet<>();
    private final Map<String, Map<String, MomentRow.Published>> published = new HashMap<>();
    private final List<MomentRow.Published> publications = new ArrayList<>();
    private final Map<String, List<MomentRow.Reaction>> reactions = new LinkedHashMap<>();
    private final Shown corpPosts = new Shown();
    private final Shown personalPosts = new Shown();
    private boolean on = true;

    void apply(MomentJobRow row) {
        jobs.put(row.jobid(), row);
        jobsInOrder.put(row.sequence(), row);
        jobsByMonth.merge(CorpClock.month(row.at()), 1, Integer::sum);
    }

    void apply(MomentJobRow.Done row) {
        done.put(row.jobid(), row);
    }

    void apply(MomentRow row) {
        byId.put(row.momentId(), row);
        inOrder.put(row.sequence(), row);
    }

    void apply(MomentRow.Cancelled row) {
        cancelled.add(row.momentId());
    }

    void apply(MomentRow.Published row) {
        published.computeIfAbsent(row.momentId(), _ -> new LinkedHashMap<>()).put(row.userid(), row);
        publications.add(row);
        var personal = moment(row.momentId()).orElseThrow().personal();
        for (var customer : row.visible()) {
            (personal ? personalPosts : corpPosts).add(period(personal, row.at()), customer);
        }
    }

    void apply(MomentRow.Reaction row) {
        reactions
                .computeIfAbsent(row.momentId() + "|" + row.userid(), _ -> new ArrayList<>())
                .add(row);
    }

    void apply(MomentRow.Switch row) {
        on = row.on();
    }

    Stream<Row> rows() {
        return Stream.of(
                        Stream.of(new MomentRow.Switch(on)),
                        jobsInOrder.values().stream(),
                        done.values().stream(),
                        inOrder.values().stream(),
                        cancelled.stream().map(MomentRow.Cancelled::new),
                        publications.stream(),
                        reactions.values().stream().flatMap(List::stream))
                .flatMap(rows -> rows);
    }

    /// Whether the corp may make moments at all.
    public boolean isOn() {
        return on;
    }

    public Optional<MomentJobRow> job(String jobid) {
        return Optional.ofNullable(jobs.get(jobid));
    }

    public Optional<MomentJobRow.Done> done(String jobid) {
        return Optional.ofNullable(done.get(jobid));
    }

    public int nextJob() {
        return jobsInOrder.isEmpty() ? 0 : jobsInOrder.lastKey() + 1;
    }

    /// How many jobs were asked for in the month of a time.
    public int jobsInMonthOf(long at) {
        return jobsByMonth.getOrDefault(CorpClock.month(at), 0);
    }

    public int jobsRunning() {
        return jobs.size() - done.size();
    }

    public int count() {
        return byId.size();
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<MomentRow> moment(String momentId) {
        return Optional.ofNullable(byId.get(momentId));
    }

    /// The moments by number, oldest first.
    public NavigableMap<Integer, MomentRow> inOrder() {
        return inOrder;
    }

    public boolean isCancelled(String momentId) {
        return cancelled.contains(momentId);
    }

    public Optional<MomentRow.Published> published(String momentId, String userid) {
        return Optional.ofNullable(published.getOrDefault(momentId, Map.of()).get(userid));
    }

    /// Likes and comments on what a member published, oldest first.
    public List<MomentRow.Reaction> reactions(String momentId, String userid) {
        return List.copyOf(reactions.getOrDefault(momentId + "|" + userid, List.of()));
    }

    /// How many moments a customer was shown: of the corp in the month of a time, or of members on
    /// its day.
    public int shown(boolean personal, int customer, long at) {
        return (personal ? personalPosts : corpPosts).in(period(personal, at), customer);
    }

    private static int period(boolean personal, long at) {
        return personal ? (int) ((at + SHANGHAI) / DAY) : CorpClock.month(at);
    }
}
