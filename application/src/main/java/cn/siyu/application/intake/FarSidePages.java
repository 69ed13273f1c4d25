package cn.siyu.application.intake;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.domain.channel.ChannelAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some pages of what the channel lists for one account, read outside any transaction; behind the
/// last page, the ids of all its contacts.
///
/// @param rows what the pages hold
/// @param next the page that comes next; null for the first, and when all are read
/// @param complete whether all pages are read
/// @param ids all contacts of the account; empty unless the last page was read
/// @param askedAt when the ids were asked for, on the brand's clock
/// @param failure why the next page could not be read; null if it could
record FarSidePages(
        List<ContactDirectory.Relationship> rows,
        @Nullable String next,
        boolean complete,
        Optional<Set<String>> ids,
        Instant askedAt,
        @Nullable Failure failure) {
    private static final Failure NOT_ABLE = new Failure(
            false,
            false,
            null,
            "the channel lists no customers, and the member is not among those who may have any (客户联系功能); nothing was ended");

    private static final Failure CIRCLE =
            new Failure(false, false, null, "the channel's pages go in a circle; nothing was ended");
    private static final Failure FUTURE = new Failure(
            false, true, null, "the channel lists a contact that begins in the future; the page is not believed");

    /// How far the channel's clock may be ahead of ours.
    private static final Duration AHEAD = Duration.ofDays(1);

    /// Pages of at most this many are read for one transaction: a fifth of the work is its commit.
    static final int PAGES = 50;

    /// Why a call was not answered.
    ///
    /// @param stale whether the cursor is no longer known
    /// @param passing whether waiting is enough
    /// @param retryAfter how long to wait at least; null if nothing is known about that
    record Failure(boolean stale, boolean passing, @Nullable Duration retryAfter, String problem) {
        static <T> Optional<Failure> of(Answer<T> answer, boolean withCursor) {
            return switch (answer) {
                case Answer.Done<T> _ -> Optional.empty();
                case Answer.NotDone<T>(var reason, var detail, var retryAfter) ->
                    Optional.of(new Failure(
                            withCursor && reason == NotDoneReason.INVALID,
                            reason.passing(),
                            retryAfter,
                            reason + ": " + detail));
                case Answer.Unknown<T>(var detail) -> Optional.of(new Failure(false, true, null, detail));
            };
        }
    }

    /// Reads on from a cursor.
    ///
    /// @param compare whether all pages have been read before
    /// @param now on the brand's clock, before the first call
    static FarSidePages read(
            ChannelConnection connection, ChannelAccount account, boolean compare, @Nullable String from, Instant now) {
        var rows = new ArrayList<ContactDirectory.Relationship>();
        var asked = new HashSet<String>();
        String cursor = from;
        if (!compare) {
            for (int page = 0; page < PAGES; page++) {
                var answer = connection.contacts().byStaff(account.address(), cursor);
                if (!(answer instanceof Answer.Done<Slice<ContactDirectory.Relationship>>(var slice))) {
                    return failed(rows, cursor, false, now, Failure.of(answer, cursor != null));
                }
                if (slice.items().stream()
                        .anyMatch(row -> row.follower().since().isAfter(now.plus(AHEAD)))) {
                    return failed(rows, cursor, false, now, Optional.of(FUTURE));
                }
                rows.addAll(slice.items());
                boolean circle = slice.next() != null && slice.next().equals(cursor);
                cursor = circle ? null : slice.next();
                if (cursor == null) {
                    break;
                }
                if (cursor.equals(from) || !asked.add(cursor)) {
                    return failed(rows, cursor, false, now, Optional.of(CIRCLE));
                }
            }
            if (cursor != null) {
                return new FarSidePages(rows, cursor, false, Optional.empty(), now, null);
            }
        }
        return compared(connection, account, rows, now);
    }

    /// A member without customers and one who must not have any look alike; ending all
    /// relationships because somebody switched a right off (客户联系功能) would be wrong.
    private static FarSidePages compared(
            ChannelConnection connection,
            ChannelAccount account,
            List<ContactDirectory.Relationship> rows,
            Instant now) {
        var answer = connection.contacts().idsOfStaff(account.address());
        if (!(answer instanceof Answer.Done<Set<String>>(var ids))) {
            return failed(rows, null, true, now, Failure.of(answer, false));
        }
        if (ids.isEmpty()) {
            var members = connection.staff().contactStaff();
            boolean unsupported = members instanceof Answer.NotDone<?> not && not.reason() == NotDoneReason.UNSUPPORTED;
            if (members instanceof Answer.Done<List<String>>(var able)) {
                if (able.stream().noneMatch(account.address()::equalsIgnoreCase)) {
                    return failed(rows, null, true, now, Optional.of(NOT_ABLE));
                }
            } else if (!unsupported) {
                return failed(rows, null, true, now, Failure.of(members, false));
            }
        }
        return new FarSidePages(rows, null, true, Optional.of(ids), now, null);
    }

    private static FarSidePages failed(
            List<ContactDirectory.Relationship> rows,
            @Nullable String cursor,
            boolean complete,
            Instant now,
            Optional<Failure> failure) {
        return new FarSidePages(rows, cursor, complete, Optional.empty(), now, failure.orElseThrow());
    }
}
