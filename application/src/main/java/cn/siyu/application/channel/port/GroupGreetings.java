package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// Greetings that owners of groups can choose for newcomers (入群欢迎语素材). The choice is the
/// owner's; no call makes it.
public interface GroupGreetings {
    /// Answers the id. After an Unknown a second one may exist on the far side.
    ///
    /// @param tellStaff members are told that there is a new one
    Answer<String> create(Greeting greeting, boolean tellStaff);

    Answer<Greeting> fetch(String greetingId);

    /// Puts the greeting in the place of what was there.
    Answer<Ack> update(String greetingId, Greeting greeting);

    Answer<Ack> delete(String greetingId);

    /// What newcomers read.
    ///
    /// @param text up to 3000 bytes, `%NICKNAME%` stands for the newcomer; may be empty when
    ///     something is attached
    /// @param attachment at most one; a picture comes back by an address of the far side
    record Greeting(String text, @Nullable Attachment attachment) {
        public Greeting {
            if (text.isEmpty() && attachment == null) {
                throw new IllegalArgumentException("a greeting needs text or an attachment");
            }
        }
    }
}
