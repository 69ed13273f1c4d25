package cn.siyu.application.contact;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.contact.port.BatchView;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.ContactLog.BatchFilter;
import cn.siyu.application.contact.port.ContactLog.SendFilter;
import cn.siyu.application.contact.port.ContactLog.Sight;
import cn.siyu.application.contact.port.SendView;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.id.PublicId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads sends with their decisions, and batches, those of unknown outcome among them. A caller
/// sees what the accounts of the caller's part of the brand sent.
public final class ReadContacts {
    private final ContactLog log;
    private final Brands brands;
    private final Departments departments;

    public ReadContacts(ContactLog log, Brands brands, Departments departments) {
        this.log = log;
        this.brands = brands;
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

    /// What an account handed to its platform on a day of the brand's calendar, newest first
    /// (发送记录).
    ///
    /// @param account null: every account in sight
    public List<BatchView> records(
            Caller caller, @Nullable ChannelAccountId account, LocalDate day, long before, int atMost) {
        var zone = brands.find(caller.brand()).orElseThrow().zone();
        var filter = new BatchFilter(
                account,
                null,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
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
