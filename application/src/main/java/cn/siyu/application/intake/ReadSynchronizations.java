package cn.siyu.application.intake;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.intake.Synchronization.Progress;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.id.PublicId;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shows synchronisations and how far each account of them is. They concern accounts of any
/// department, so only who sees the whole brand sees them.
public final class ReadSynchronizations {
    private final Synchronizations synchronizations;
    private final ChannelAccounts accounts;

    public ReadSynchronizations(Synchronizations synchronizations, ChannelAccounts accounts) {
        this.synchronizations = synchronizations;
        this.accounts = accounts;
    }

    /// A synchronisation and what it has done so far.
    public record View(Synchronization run, Progress progress) {}

    /// A part and its account.
    public record PartView(SynchronizationPart part, ChannelAccount account) {}

    /// Those begun before another, newest first.
    ///
    /// @param before the number of the last one of the page before; `Long.MAX_VALUE` for the first
    public List<View> newest(Caller caller, long before, int atMost) {
        return seesAll(caller)
                ? views(caller.brand(), synchronizations.newest(caller.brand(), before, atMost))
                : List.of();
    }

    /// One; empty if there is none.
    public Optional<View> one(Caller caller, PublicId id) {
        var brand = caller.brand();
        return seesAll(caller) ? found(brand, id) : Optional.empty();
    }

    private Optional<View> found(BrandId brand, PublicId id) {
        return synchronizations
                .byPublicId(brand, id)
                .map(run -> views(brand, List.of(run)).getFirst());
    }

    /// Parts behind an account, by account.
    ///
    /// @param after the number of the last account of the page before; 0 for the first page
    /// @param problemsOnly whether only parts are wanted that FAILED, or are open and could not go
    ///     on last time
    public List<PartView> parts(Caller caller, Synchronization run, long after, boolean problemsOnly, int atMost) {
        var brand = caller.brand();
        if (!seesAll(caller)) {
            return List.of();
        }
        var parts = synchronizations.parts(brand, run.id(), after, problemsOnly, atMost);
        var byId = new HashMap<Long, ChannelAccount>();
        accounts.findAll(brand, parts.stream().map(SynchronizationPart::account).collect(Collectors.toSet()))
                .forEach(account -> byId.put(account.id().value(), account));
        return parts.stream()
                .map(part -> new PartView(
                        part, Objects.requireNonNull(byId.get(part.account().value()))))
                .toList();
    }

    private static boolean seesAll(Caller caller) {
        return caller.sees() instanceof DataScope.WholeBrand;
    }

    private List<View> views(BrandId brand, List<Synchronization> runs) {
        var progress = synchronizations.progress(
                brand, runs.stream().map(Synchronization::id).toList());
        return runs.stream()
                .map(run -> new View(run, Objects.requireNonNull(progress.get(run.id()))))
                .toList();
    }
}
