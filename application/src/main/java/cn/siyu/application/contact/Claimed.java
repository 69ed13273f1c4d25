package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import java.util.List;

/// A batch whose intent is committed, with the members it goes out to.
///
/// @param epoch the number of this intent
/// @param committedAt ticks of the machine's steady clock when the intent was committed
record Claimed(SendBatches.Due due, int epoch, List<Send> members, SendBatches.Intent intent, long committedAt) {
    Claimed {
        members = List.copyOf(members);
    }
}
