package cn.siyu.application.channel.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Conversations that end by themselves (临时会话): a code for one customer, a chat of some hours,
/// a closing text.
public interface TemporaryChats {
    /// Makes a code for one chat. Few corps may: FORBIDDEN for the others. After an Unknown a
    /// second one may exist.
    Answer<ContactWayProvider.ContactWay> open(Request request);

    /// Ends a chat before its time. NOT_FOUND when there is none.
    Answer<Ack> close(String staff, String contactId);

    /// What the code should lead to.
    ///
    /// @param state our source mark, at most 30 characters
    /// @param codeLives how long the code can be used, up to 14 days
    /// @param chatLives how long the chat lasts, up to 14 days
    /// @param unionId the only person who can use it; null: the first who scans it
    /// @param closing what the customer is told at the end, at most 4000 bytes; may be empty
    record Request(
            String staff,
            String state,
            Duration codeLives,
            Duration chatLives,
            @Nullable String unionId,
            String closing) {}
}
