package cn.siyu.application.continuity;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.channel.port.Transfers;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.continuity.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the channel has of transfers from one account to another, read outside any transaction.
///
/// @param complete whether all pages were read; without it nothing follows
/// @param seen by what the channel calls the customer or group; one that is not in it is not known
///     there
record TransferReading(boolean complete, Map<String, Seen> seen) {
    private static final int MOST_PAGES = 200;

    /// What the channel has of one.
    sealed interface Seen {
        /// It was carried out.
        ///
        /// @param at null if the channel doesn't tell when
        record Done(@Nullable Instant at) implements Seen {}

        /// It is accepted and not carried out yet.
        record Waits(@Nullable Instant at) implements Seen {}

        record Refused() implements Seen {}

        record Full() implements Seen {}

        /// It is where it was, and nothing is under way.
        record Back() implements Seen {}

        /// An answer that we don't know.
        record Unclear() implements Seen {}

        /// Nothing.
        record Absent() implements Seen {}
    }

    static TransferReading failed() {
        return new TransferReading(false, Map.of());
    }

    Seen of(Transfer transfer) {
        return seen.getOrDefault(transfer.subject().ref(), new Seen.Absent());
    }

    static TransferReading ofCustomers(
            ChannelConnection connection, ChannelAccount from, ChannelAccount to, boolean left) {
        var transfers = connection.transfers();
        if (transfers.isEmpty()) {
            return failed();
        }
        var pair = new Transfers.Handover(from.address(), to.address(), left, null);
        return all(cursor -> transfers.get().results(pair, cursor))
                .map(rows -> {
                    var seen = new HashMap<String, Seen>();
                    rows.forEach(row -> seen.put(row.contactId(), seen(row)));
                    return new TransferReading(true, seen);
                })
                .orElseGet(TransferReading::failed);
    }

    private static Seen seen(Transfers.Progress row) {
        return switch (row.state()) {
            case DONE -> new Seen.Done(row.takenAt());
            case WAITING -> new Seen.Waits(row.takenAt());
            case REFUSED -> new Seen.Refused();
            case FULL -> new Seen.Full();
            case UNRECOGNISED -> new Seen.Unclear();
        };
    }

    /// Groups have no results of their own: whoever owns them has them.
    static TransferReading ofGroups(ChannelConnection connection, ChannelAccount from, ChannelAccount to) {
        var groups = connection.groups();
        if (groups.isEmpty()) {
            return failed();
        }
        var old = all(cursor -> groups.get().list(List.of(from.address()), cursor));
        var young = all(cursor -> groups.get().list(List.of(to.address()), cursor));
        if (old.isEmpty() || young.isEmpty()) {
            return failed();
        }
        var seen = new HashMap<String, Seen>();
        old.get().forEach(one -> seen.put(one.groupId(), seen(one.state())));
        young.get().forEach(one -> seen.put(one.groupId(), new Seen.Done(null)));
        return new TransferReading(true, seen);
    }

    private static Seen seen(CustomerGroups.State state) {
        return switch (state) {
            case BEING_INHERITED -> new Seen.Waits(null);
            case NORMAL, OWNER_LEFT, INHERITED -> new Seen.Back();
            case UNRECOGNISED -> new Seen.Unclear();
        };
    }

    /// All pages, or empty if one could not be read.
    private static <T> Optional<List<T>> all(Function<@Nullable String, Answer<Slice<T>>> page) {
        var rows = new ArrayList<T>();
        String cursor = null;
        for (int at = 0; at < MOST_PAGES; at++) {
            if (!(page.apply(cursor) instanceof Answer.Done<Slice<T>>(var slice))) {
                return Optional.empty();
            }
            rows.addAll(slice.items());
            cursor = slice.next();
            if (cursor == null) {
                return Optional.of(rows);
            }
        }
        return Optional.empty();
    }
}
