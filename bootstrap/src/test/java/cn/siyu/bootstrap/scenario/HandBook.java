package cn.siyu.bootstrap.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The book that operators keep of what they did on which account and day. The product never sees
/// it; by it a run is judged, against the field's numbers.
final class HandBook {
    /// What [#most()] says.
    static final String FIGURES = "the most of one account: friend requests, messages, posts on a day, friends";

    private static final Set<String> MESSAGES = Set.of("SEND", "REPLY");

    private final Map<AccountDay, Integer> adds = new TreeMap<>();
    private final Map<AccountDay, Integer> messages = new TreeMap<>();
    private final Map<AccountDay, Integer> posts = new TreeMap<>();
    private final Map<String, Integer> friends = new TreeMap<>();
    private final Map<String, Integer> mostFriends = new TreeMap<>();

    private record AccountDay(String account, LocalDate day) implements Comparable<AccountDay> {
        @Override
        public int compareTo(AccountDay other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : day.compareTo(other.day);
        }
    }

    /// Something was done.
    ///
    /// @param kind of the task
    void did(String kind, String account, LocalDate day) {
        var when = new AccountDay(account, day);
        if (kind.equals("ADD")) {
            adds.merge(when, 1, Integer::sum);
        } else if (kind.equals("MOMENT")) {
            posts.merge(when, 1, Integer::sum);
        } else if (MESSAGES.contains(kind)) {
            messages.merge(when, 1, Integer::sum);
        }
    }

    /// Something was seen after it.
    ///
    /// @param seen codes of observations
    void saw(List<String> seen, String account) {
        if (seen.contains("ACCEPTED")) {
            mostFriends.merge(account, friends.merge(account, 1, Integer::sum), Math::max);
        }
        if (seen.contains("DELETED")) {
            friends.merge(account, -1, Integer::sum);
        }
    }

    /// What went beyond the field's numbers.
    ///
    /// @param openedOn since when each account exists; an account that is missing is as young as can
    ///     be
    /// @return in words; empty if nothing did
    List<String> above(Map<String, LocalDate> openedOn) {
        List<String> above = new ArrayList<>();
        adds.forEach((when, count) -> note(
                above,
                "friend requests",
                when,
                count,
                FieldNumbers.addsADay(
                        ChronoUnit.DAYS.between(openedOn.getOrDefault(when.account(), when.day()), when.day()))));
        messages.forEach((when, count) -> note(above, "messages", when, count, FieldNumbers.MESSAGES_A_DAY));
        posts.forEach((when, count) -> note(above, "posts", when, count, FieldNumbers.PERSONAL_POSTS_A_DAY));
        mostFriends.forEach((account, count) -> {
            if (count > FieldNumbers.FRIENDS) {
                above.add(count + " friends of " + account);
            }
        });
        return above;
    }

    private static void note(List<String> above, String what, AccountDay when, int count, int allowed) {
        if (count > allowed) {
            above.add(count + " " + what + " of " + when.account() + " on " + when.day() + ", " + allowed + " allowed");
        }
    }

    /// The most that one account did on one day, and had of friends, in words.
    String most() {
        return most(adds) + ", " + most(messages) + ", " + most(posts) + ", " + most(mostFriends);
    }

    private static int most(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
