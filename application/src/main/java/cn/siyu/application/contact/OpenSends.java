package cn.siyu.application.contact;

import cn.siyu.application.contact.port.Send;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.contact.SendId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Holds sends that are not on their way yet until the end of the transaction: what is deferred,
/// and what is planned and not yet intended. Whoever was deciding about one while we came has
/// decided by then, perhaps otherwise: planned it, or put it off. So they are looked at until
/// nothing has moved.
final class OpenSends {
    /// A send moves once or twice while we look; more often it moves only if others never rest.
    private static final int MOST_LOOKS = 10;

    private final Sends sends;
    private final SendBatches batches;
    private final BrandId brand;
    private final Set<SendId> deferrals = new HashSet<>();
    private final Set<SendBatchId> planned = new HashSet<>();
    private final Set<SendBatchId> asked = new HashSet<>();

    OpenSends(Sends sends, SendBatches batches, BrandId brand) {
        this.sends = sends;
        this.batches = batches;
        this.brand = brand;
    }

    /// Those of the sends that are ours now.
    ///
    /// @param look the planned and deferred sends that are wanted, as they are at the time of
    ///     asking
    /// @return empty if others never rest
    Optional<List<Send>> take(Supplier<List<Send>> look) {
        for (int time = 0; time < MOST_LOOKS; time++) {
            List<Send> open = look.get();
            if (!reaches(open)) {
                return Optional.of(open.stream().filter(this::holds).toList());
            }
        }
        return Optional.empty();
    }

    private boolean holds(Send send) {
        var batch = send.batch();
        return batch == null ? deferrals.contains(send.id()) : planned.contains(batch);
    }

    /// Reaches for what isn't ours.
    ///
    /// @return false if there was nothing to reach for
    private boolean reaches(List<Send> open) {
        List<Send> loose = open.stream().filter(send -> !holds(send)).toList();
        List<SendId> put = loose.stream()
                .filter(send -> send.batch() == null)
                .map(Send::id)
                .toList();
        Set<SendBatchId> in = loose.stream()
                .map(Send::batch)
                .filter(Objects::nonNull)
                .filter(batch -> !asked.contains(batch))
                .collect(Collectors.toSet());
        if (put.isEmpty() && in.isEmpty()) {
            return false;
        }
        deferrals.addAll(sends.dropDeferrals(brand, put));
        planned.addAll(batches.lockPlanned(brand, in));
        asked.addAll(in);
        return true;
    }
}
