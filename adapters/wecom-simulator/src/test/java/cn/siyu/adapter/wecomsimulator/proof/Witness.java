package cn.siyu.adapter.wecomsimulator.proof;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What the test that is running has seen: the errcodes that endpoints answered, and the methods of
/// WxJava that came back with an answer. Tests run one after the other, so there is one of it.
public final class Witness {
    private static final Pattern ERRCODE = Pattern.compile("\"errcode\":(-?[1-9][0-9]*)");
    private static final Set<Seen> SEEN = new TreeSet<>();
    private static final Set<String> CALLED = new TreeSet<>();

    private Witness() {}

    /// An errcode in the answer of an endpoint: of the whole call, or of one of its rows.
    public record Seen(String path, int errcode) implements Comparable<Seen> {
        @Override
        public int compareTo(Seen other) {
            var paths = path.compareTo(other.path);
            return paths != 0 ? paths : Integer.compare(errcode, other.errcode);
        }

        @Override
        public String toString() {
            return errcode + " of " + path;
        }
    }

    /// Remembers the errcodes of an answer of the platform's side.
    public static synchronized void answered(String address, String body) {
        if (!address.startsWith("/cgi-bin/")) {
            return;
        }
        var path = address.split("\\?", 2)[0];
        var errcodes = ERRCODE.matcher(body);
        while (errcodes.find()) {
            SEEN.add(new Seen(path, Integer.parseInt(errcodes.group(1))));
        }
    }

    /// Remembers that a method came back with an answer.
    public static synchronized void called(String method) {
        CALLED.add(method);
    }

    public static synchronized Set<Seen> seen() {
        return Set.copyOf(SEEN);
    }

    public static synchronized Set<String> called() {
        return Set.copyOf(CALLED);
    }

    static synchronized void forget() {
        SEEN.clear();
        CALLED.clear();
    }
}
