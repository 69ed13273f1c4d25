package cn.siyu.application.contact;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.BatchFilter;
import cn.siyu.application.contact.port.ContactLog.SendFilter;
import cn.siyu.application.contact.port.ContactLog.Sight;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Optional;

/// Reads sends with their decisions, and batches, those of unknown outcome among them. A caller
/// sees what the accounts of the caller's part of the brand sent.
public final class ReadContacts {
    private final ContactLog log;
    private final Departments departments;

    public ReadContacts(ContactLog log, Departments departments) {
        this.log = log;
        this.departments = departments;
    }

    /// One send.
    public Optional<SendView> send(Caller caller, PublicId id) {
        return log.send(caller.brand(), sight(caller), id);
    }

    /// Sends with a number below `before`, newest first; [ContactLog#NEWEST] for the first page.
    public List<SendView> sends(Caller caller, SendFilter filter, long before, int atMost) {
        return log.sends(caller.brand(), sight(caller), filter, before, atMost);
    }

    /// One batch.
    public Optional<BatchView> batch(Caller caller, PublicId id) {
        return log.batch(caller.brand(), sight(caller), id);
    }

    /// Batches with a number below `before`, newest first.
    public List<BatchView> batches(Caller caller, BatchFilter filter, long before, int atMost) {
        return log.batches(caller.brand(), sight(caller), filter, before, atMost);
    }

    private Sight sight(Caller caller) {
        return switch (caller.sees()) {
            case DataScope.WholeBrand _ -> new Sight.Everything();
            case DataScope.DepartmentTree(var root) -> new Sight.Departments(departments.subtree(caller.brand(), root));
            case DataScope.OneDepartment(var department) -> new Sight.Departments(List.of(department));
            case DataScope.Own(var staff) -> new Sight.Staff(staff);
        };
    }
}
