package cn.siyu.application.channel.port;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bounds of one natively offered capability; 0 or null where a bound makes no sense for it.
///
/// @param textBytes longest text in UTF-8 bytes
/// @param recipientsPerCall most contacts in one call
/// @param attachments most attachments of one message
/// @param attachmentKinds kinds it accepts
/// @param confirmedByStaff a staff member must confirm before anything reaches a customer
///     (成员确认)
/// @param window how long after the causing event the call is possible, e.g. 20 s for a welcome
///     message
/// @param remindersPerDay how often staff may be reminded of one unconfirmed message in 24 h
public record Limits(
        int textBytes,
        int recipientsPerCall,
        int attachments,
        Set<Attachment.Kind> attachmentKinds,
        boolean confirmedByStaff,
        @Nullable Duration window,
        int remindersPerDay) {
    public static final Limits NONE = new Limits(0, 0, 0, Set.of(), false, null, 0);

    public Limits {
        attachmentKinds = Set.copyOf(attachmentKinds);
    }
}
