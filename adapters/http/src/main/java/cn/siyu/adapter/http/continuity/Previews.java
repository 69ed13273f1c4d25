package cn.siyu.adapter.http.continuity;

import cn.siyu.adapter.http.id.IdType;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.continuity.PlanInheritance.Line;
import cn.siyu.application.continuity.PlanInheritance.Refused;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.application.continuity.StartInheritance.Outcome.Previewed;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows what would come of an inheritance: counts of all, and the first lines.
@Singleton
final class Previews {
    private static final int LINES = 500;

    private final ReadInheritances read;

    Previews(ReadInheritances read) {
        this.read = read;
    }

    private record Sum(int customers, int groups) {
        static final Sum NONE = new Sum(0, 0);

        Sum and(Line line) {
            return line.subject() instanceof Transfer.OfCustomer
                    ? new Sum(customers + 1, groups)
                    : new Sum(customers, groups + 1);
        }
    }

    InheritancePreviewResource of(Caller caller, Previewed preview) {
        var all = Sum.NONE;
        Map<ChannelAccountId, Sum> taken = new LinkedHashMap<>();
        Map<Refused, Sum> refused = new LinkedHashMap<>();
        for (Line line : preview.lines()) {
            all = all.and(line);
            var to = line.to();
            var why = line.refused();
            if (to != null) {
                taken.put(to, taken.getOrDefault(to, Sum.NONE).and(line));
            } else if (why != null) {
                refused.put(why, refused.getOrDefault(why, Sum.NONE).and(line));
            }
        }
        var accounts = read.byId(caller.brand(), taken.keySet());
        return new InheritancePreviewResource(
                all.customers(),
                all.groups(),
                preview.groupsKnown(),
                taken.entrySet().stream()
                        .map(one -> new InheritancePreviewResource.Share(
                                String.valueOf(account(accounts, one.getKey())),
                                one.getValue().customers(),
                                one.getValue().groups()))
                        .toList(),
                refused.entrySet().stream()
                        .map(one -> new InheritancePreviewResource.Refused(
                                one.getKey().state(),
                                one.getKey().reason(),
                                one.getValue().customers(),
                                one.getValue().groups()))
                        .toList(),
                lines(caller, preview.lines(), accounts));
    }

    private List<InheritancePreviewResource.Line> lines(
            Caller caller, List<Line> all, Map<ChannelAccountId, ChannelAccount> accounts) {
        var first = all.subList(0, Math.min(LINES, all.size()));
        var wanted = new LinkedHashSet<CustomerId>();
        first.forEach(line -> {
            if (line.subject() instanceof Transfer.OfCustomer one) {
                wanted.add(one.customer());
            }
        });
        var customers = read.customers(caller.brand(), wanted);
        var lines = new ArrayList<InheritancePreviewResource.Line>();
        for (Line line : first) {
            var why = line.refused();
            lines.add(new InheritancePreviewResource.Line(
                    customer(customers, line.subject()),
                    line.subject() instanceof Transfer.OfGroup(var ref) ? ref : null,
                    account(accounts, line.to()),
                    why == null ? null : why.state(),
                    why == null ? null : why.reason()));
        }
        return lines;
    }

    private static @Nullable String customer(Map<CustomerId, Customer> customers, Transfer.Subject subject) {
        var customer = subject instanceof Transfer.OfCustomer one ? customers.get(one.customer()) : null;
        return customer == null ? null : IdType.CUSTOMER.format(customer.publicId());
    }

    private static @Nullable String account(
            Map<ChannelAccountId, ChannelAccount> accounts, @Nullable ChannelAccountId id) {
        var account = id == null ? null : accounts.get(id);
        return account == null ? null : IdType.CHANNEL_ACCOUNT.format(account.publicId());
    }
}
