package cn.siyu.application.contact;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.contact.port.Explanation;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;

/// What was decided about a request. Each is written down as a send, whatever it says.
public sealed interface SendOutcome {
    /// The send.
    SendId send();

    /// It is in a batch; quota and cap are reserved.
    record Planned(SendId send) implements SendOutcome {}

    /// It is decided again at that moment, without being asked for again.
    record Deferred(SendId send, Instant until, String reason) implements SendOutcome {}

    /// It is not made.
    record Refused(SendId send, String reason, Explanation explanation) implements SendOutcome {}

    /// Its deadline comes before the first moment it could be made.
    record Expired(SendId send, String reason) implements SendOutcome {}

    /// It would have been made, but the customer is in the control group.
    record Control(SendId send) implements SendOutcome {}

    /// The channel needs a person for it: whoever asked makes the task.
    record ByTask(SendId send, RelationshipId relationship, OutboundMessage message) implements SendOutcome {}
}
