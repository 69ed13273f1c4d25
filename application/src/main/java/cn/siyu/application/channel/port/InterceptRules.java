package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rules against words that staff must not send to customers (敏感词).
public interface InterceptRules {
    Answer<List<Listed>> list();

    Answer<Rule> fetch(String ruleId);

    /// Answers the id. A name is there once: a second rule of the same name is refused.
    Answer<String> create(Request request);

    /// Changes what is given and leaves the rest.
    Answer<Ack> change(String ruleId, Change change);

    Answer<Ack> delete(String ruleId);

    /// What else than words is looked for.
    enum Pattern {
        PHONE_NUMBER,
        MAIL_ADDRESS,
        /// 红包.
        RED_PACKET
    }

    /// What a rule should be.
    ///
    /// @param name 1 to 20 characters
    /// @param words 1 to 300, each 1 to 32 characters
    /// @param blocks the message is held back; otherwise the member is only warned
    /// @param staff whom it binds, with the departments; not both empty
    record Request(
            String name,
            List<String> words,
            Set<Pattern> patterns,
            boolean blocks,
            Set<String> staff,
            Set<Long> departments) {
        public Request {
            words = List.copyOf(words);
            patterns = Set.copyOf(patterns);
            staff = Set.copyOf(staff);
            departments = Set.copyOf(departments);
            if (words.isEmpty() || (staff.isEmpty() && departments.isEmpty())) {
                throw new IllegalArgumentException("a rule has words, and binds somebody");
            }
        }
    }

    /// What becomes different; null or empty: nothing.
    record Change(
            @Nullable String name,
            List<String> words,
            @Nullable Set<Pattern> patterns,
            @Nullable Boolean blocks,
            Set<String> staffToo,
            Set<String> staffNoMore) {
        public Change {
            words = List.copyOf(words);
            patterns = patterns == null ? null : Set.copyOf(patterns);
            staffToo = Set.copyOf(staffToo);
            staffNoMore = Set.copyOf(staffNoMore);
        }
    }

    record Listed(String ruleId, String name, Instant createdAt) {}

    /// A rule as it is in force.
    record Rule(String ruleId, Request request) {}
}
