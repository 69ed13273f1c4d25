package cn.siyu.application.contact;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.BatchFilter;
import cn.siyu.application.contact.port.ContactLog.SendFilter;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Reads sends with their decisions, and batches, those of unknown outcome among them. A caller
/// sees what accounts in sight sent to customers in sight; what was refused before it had an
/// account, by the customer.
public final class ReadContacts {
    private final ContactLog log;
    private final ResolveSight sights;

    public ReadContacts(ContactLog log, ResolveSight sights) {
        this.log = log;
        this.sights = sights;
    }

    /// One send.
    public Optional<SendView> send(Caller caller, PublicId id) {
        return log.send(caller.brand(), sights.of(caller), id);
    }

    /// Sends with a number below `before`, newest first; [ContactLog#NEWEST] for the first page.
    public List<SendView> sends(Caller caller, SendFilter filter, long before, int atMost) {
        return log.sends(caller.brand(), sights.of(caller), filter, before, atMost);
    }

    /// One batch.
    public Optional<BatchView> batch(Caller caller, PublicId id) {
        return log.batch(caller.brand(), sights.of(caller), id);
    }

    /// Batches with a number below `before`, newest first.
    public List<BatchView> batches(Caller caller, BatchFilter filter, long before, int atMost) {
        return log.batches(caller.brand(), sights.of(caller), filter, before, atMost);
    }
}
