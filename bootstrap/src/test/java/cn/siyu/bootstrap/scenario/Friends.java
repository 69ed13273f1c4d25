package cn.siyu.bootstrap.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The people on the other side of personal accounts. No program of the product ever sees them: it
/// learns of them what operators say they saw.
final class Friends {
    /// What they are like; each number is multiplied by a person's own warmth, 0.2 to 2, but
    /// `leave`, which is divided by it.
    ///
    /// @param accept the share of friend requests that are accepted, without warmth
    /// @param reply the share of messages that are answered
    /// @param like the share of messages or moments after which they like something
    /// @param leave the share of messages after which they delete the account
    record Manner(double accept, double reply, double like, double leave) {}

    private final Chance chance;
    private final Manner manner;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Double> accepts = new HashMap<>();
    private final Map<String, Integer> accepted = new HashMap<>();

    Friends(Chance chance, Manner manner) {
        this.chance = chance;
        this.manner = manner;
    }

    /// Somebody exists.
    ///
    /// @param customer the product's id
    /// @param key what the person's choices are made by: ids differ between runs, keys don't
    /// @param accept how likely this person accepts a request
    void know(String customer, String key, double accept) {
        keys.put(customer, key);
        accepts.put(customer, accept);
    }

    /// The same, with the accept share of everybody.
    void know(String customer, String key) {
        know(customer, key, manner.accept());
    }

    String key(String customer) {
        return keys.getOrDefault(customer, customer);
    }

    /// How many accounts a customer has become a friend of.
    int friendships(String customer) {
        return accepted.getOrDefault(customer, 0);
    }

    double warmth(String customer) {
        return chance.warmth(key(customer));
    }

    /// What the operator sees after having done something for this customer.
    ///
    /// @param kind of the task
    /// @return codes of observations; empty if there was nothing to see
    List<String> see(String kind, String customer) {
        String key = key(customer);
        int n = times.merge(key + " " + kind, 1, Integer::sum);
        return switch (kind) {
            case "ADD", "ACCEPT" -> asked(customer, key, n);
            case "SEND", "REPLY" -> written(key, n);
            case "LIKE" ->
                chance.happens(manner.like() * chance.warmth(key), key, "like back", n) ? List.of("LIKED") : List.of();
            default -> List.of();
        };
    }

    private List<String> asked(String customer, String key, int n) {
        if (!chance.happens(accepts.getOrDefault(customer, manner.accept()), key, "accept", n)) {
            return List.of();
        }
        accepted.merge(customer, 1, Integer::sum);
        return List.of("ACCEPTED");
    }

    private List<String> written(String key, int n) {
        double warmth = chance.warmth(key);
        if (chance.happens(manner.leave() / warmth, key, "leave", n)) {
            return List.of("DELETED");
        }
        List<String> seen = new ArrayList<>();
        if (chance.happens(manner.reply() * warmth, key, "reply", n)) {
            seen.add("REPLIED");
        }
        if (chance.happens(manner.like() * warmth, key, "like", n)) {
            seen.add("LIKED");
        }
        return seen.isEmpty() ? List.of("NO_ANSWER") : seen;
    }
}
