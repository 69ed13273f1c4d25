package cn.siyu.adapter.wecomsimulator.control;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values of control requests, refused with a sentence when they make no sense.
final class Values {
    private static final Set<Integer> ADD_WAYS =
            Set.of(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 21, 22, 24, 201, 202);
    private static final Set<Integer> STATUSES = Set.of(1, 2, 4, 5);

    private Values() {}

    /// A text that is given and not blank.
    /// @param most how many characters it may have
    static String text(String name, @Nullable String given, int most) {
        if (given == null || given.isBlank() || given.codePointCount(0, given.length()) > most) {
            throw ControlError.bad("%s must be 1 to %d characters".formatted(name, most));
        }
        return given;
    }

    /// How a customer came (add_way).
    static void addWay(String name, int given) {
        if (!ADD_WAYS.contains(given)) {
            throw ControlError.bad(
                    name + " must be one of " + ADD_WAYS.stream().sorted().toList());
        }
    }

    /// The state of a member's account.
    static void status(String name, int given) {
        if (!STATUSES.contains(given)) {
            throw ControlError.bad(name + " must be 1 (active), 2 (disabled), 4 (not activated) or 5 (left)");
        }
    }

    static void between(String name, long given, long least, long most) {
        if (given < least || given > most) {
            throw ControlError.bad("%s must be %d to %d".formatted(name, least, most));
        }
    }

    /// Keys of which none may come twice.
    static void distinct(String what, Collection<?> keys) {
        var seen = new HashSet<>();
        for (var key : keys) {
            if (!seen.add(key)) {
                throw ControlError.bad(what + " " + key + " is there twice");
            }
        }
    }
}
