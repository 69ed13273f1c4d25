package cn.siyu.domain.channel.persona;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who an account, or the whole brand, is for its customers (人设).
///
/// @param name what it is called, such as `小完子`
/// @param figure what kind of figure it is
/// @param voice how it speaks, in words for people
/// @param topics what it speaks about; none: about anything
/// @param calendar when it posts to moments about what (朋友圈日历)
/// @param forbidden claims it never makes (禁用语)
public record Persona(
        String name, Figure figure, String voice, List<Topic> topics, List<Slot> calendar, List<String> forbidden) {
    public Persona {
        topics = List.copyOf(topics);
        calendar = List.copyOf(calendar);
        forbidden = List.copyOf(forbidden);
    }

    /// What kind of figure it is.
    public enum Figure {
        /// A personable character of its own (亲和 IP).
        PERSONABLE,
        /// A professional, authoritative figure of the brand (专业权威).
        AUTHORITATIVE
    }

    /// What it speaks about.
    ///
    /// @param words by which a text is recognised, beside the name itself
    public record Topic(String name, List<String> words) {
        public Topic {
            words = List.copyOf(words);
        }

        boolean in(String plain) {
            return plain.contains(plain(name))
                    || words.stream().map(Persona::plain).anyMatch(word -> !word.isEmpty() && plain.contains(word));
        }
    }

    /// When it posts to moments.
    ///
    /// @param topic the name of one of its topics
    public record Slot(DayOfWeek day, LocalTime time, String topic) {}

    /// What was found in a text.
    ///
    /// @param forbidden the claims in it that must not be made, as they are written in the persona
    /// @param offTopic whether it speaks of none of the topics
    public record Findings(List<String> forbidden, boolean offTopic) {
        public Findings {
            forbidden = List.copyOf(forbidden);
        }
    }

    /// Looks through a text. Width, case and spaces make no difference: `稳 赚` is `稳赚`.
    public Findings check(String text) {
        String plain = plain(text);
        boolean offTopic =
                !topics.isEmpty() && !plain.isEmpty() && topics.stream().noneMatch(topic -> topic.in(plain));
        return new Findings(claims(plain), offTopic);
    }

    /// The claims in a text that must not be made, as they are written here.
    public List<String> forbiddenIn(String text) {
        return forbidden.isEmpty() ? List.of() : claims(plain(text));
    }

    private List<String> claims(String plain) {
        var found = new ArrayList<String>();
        for (String claim : forbidden) {
            String wanted = plain(claim);
            if (!wanted.isEmpty() && plain.contains(wanted)) {
                found.add(claim);
            }
        }
        return found;
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
