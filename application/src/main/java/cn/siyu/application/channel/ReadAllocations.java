package cn.siyu.application.channel;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.channel.port.Allocations;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shows visits to a contact way (分流记录), each with why its visitor was led where they were.
public final class ReadAllocations {
    private final ContactWays ways;
    private final ChannelAccounts accounts;
    private final Allocations allocations;
    private final ResolveSight sights;

    public ReadAllocations(ContactWays ways, ChannelAccounts accounts, Allocations allocations, ResolveSight sights) {
        this.ways = ways;
        this.accounts = accounts;
        this.allocations = allocations;
        this.sights = sights;
    }

    /// Visits with a number below `before`, newest first; empty if the caller sees no such contact
    /// way.
    public Optional<List<AllocationView>> page(Caller caller, PublicId way, long before, int atMost) {
        return seen(caller, way)
                .map(found -> views(caller.brand(), allocations.page(caller.brand(), found.id(), before, atMost)));
    }

    /// One visit, or empty.
    public Optional<AllocationView> one(Caller caller, PublicId way, PublicId allocation) {
        return seen(caller, way)
                .flatMap(found -> allocations.find(caller.brand(), found.id(), allocation))
                .map(record -> views(caller.brand(), List.of(record)).getFirst());
    }

    private Optional<ContactWay> seen(Caller caller, PublicId way) {
        var sight = sights.of(caller);
        return ways.byPublicId(caller.brand(), way)
                .filter(found -> ReadContactWays.seen(caller.brand(), found, sight, accounts));
    }

    private List<AllocationView> views(BrandId brand, List<AllocationRecord> records) {
        Set<ChannelAccountId> wanted = records.stream()
                .flatMap(record -> Stream.concat(
                        record.considered().stream().map(AllocationRecord.Considered::account),
                        Stream.ofNullable(record.account())))
                .collect(Collectors.toSet());
        Map<ChannelAccountId, AllocationView.Named> names = accounts.findAll(brand, wanted).stream()
                .collect(Collectors.toMap(
                        ChannelAccount::id, account -> new AllocationView.Named(account.publicId(), account.name())));
        return records.stream()
                .map(record -> new AllocationView(
                        record,
                        Optional.ofNullable(record.account())
                                .map(names::get)
                                .map(AllocationView.Named::account)
                                .orElse(null),
                        names))
                .toList();
    }
}
