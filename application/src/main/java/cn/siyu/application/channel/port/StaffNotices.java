package cn.siyu.application.channel.port;

import java.util.List;
import java.util.Set;

/// Messages from the application to the brand's own staff (应用消息), such as a reminder that a
/// task waits.
public interface StaffNotices {
    /// Sends a notice to members; it needs no confirmation. `noticeId` is ours, for the logs.
    Answer<Receipt> send(String noticeId, List<String> staff, Notice notice);

    /// What a notice says.
    sealed interface Notice {
        /// Plain text, at most 2048 bytes.
        record Text(String content) implements Notice {}

        /// A card with a title that opens an address (文本卡片).
        record Card(String title, String description, String url) implements Notice {}
    }

    /// The far side has the notice; it did not deliver it to those in `unreached`.
    record Receipt(String noticeId, Set<String> unreached) {
        public Receipt {
            unreached = Set.copyOf(unreached);
        }
    }
}
