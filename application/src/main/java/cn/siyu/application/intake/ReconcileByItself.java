package cn.siyu.application.intake;

import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Begins reconciliations (对账) of live brands by itself, each connection as often as it wants.
/// When exactly depends on the names of brand and connection, so that the connections of an
/// installation do not all ask at once.
public final class ReconcileByItself {
    private final Brands brands;
    private final Synchronizations synchronizations;
    private final List<ChannelAdapter> channels;
    private final StartSynchronization start;

    public ReconcileByItself(
            Brands brands,
            Synchronizations synchronizations,
            List<ChannelAdapter> channels,
            StartSynchronization start) {
        this.brands = brands;
        this.synchronizations = synchronizations;
        this.channels = List.copyOf(channels);
        this.start = start;
    }

    /// Begins what is due.
    ///
    /// @return how many reconciliations began
    int runDue(BrandId brand, Instant now) {
        int begun = 0;
        for (ChannelConnection connection : wanting(brand)) {
            if (!dueAt(brand, connection).isAfter(now)
                    && start.reconcile(brand, connection.name()) instanceof StartSynchronization.Outcome.Started) {
                begun++;
            }
        }
        return begun;
    }

    /// When the next one begins; empty if none does.
    Optional<Instant> nextDueAt(BrandId brand) {
        return wanting(brand).stream()
                .map(connection -> dueAt(brand, connection))
                .min(Instant::compareTo);
    }

    private List<ChannelConnection> wanting(BrandId id) {
        var brand = brands.find(id).orElseThrow();
        if (brand.mode() != BrandMode.LIVE) {
            return List.of();
        }
        return channels.stream()
                .flatMap(channel -> channel.connectionsOf(brand.slug()).stream())
                .filter(connection -> connection.reconcileEvery().isPositive())
                .toList();
    }

    private Instant dueAt(BrandId id, ChannelConnection connection) {
        var brand = brands.find(id).orElseThrow();
        var last = synchronizations
                .latest(id, connection.name())
                .map(Synchronization::startedAt)
                .orElse(brand.createdAt());
        return next(brand, connection.name(), last, connection.reconcileEvery());
    }

    /// The first moment behind another that is whole periods away from the connection's own.
    private static Instant next(Brand brand, String connection, Instant behind, Duration every) {
        long period = every.toMillis();
        long own = Math.floorMod((brand.slug() + "/" + connection).hashCode() * 2_654_435_761L, period);
        long periods = Math.floorDiv(behind.toEpochMilli() - own, period) + 1;
        return Instant.ofEpochMilli(own + periods * period);
    }
}
