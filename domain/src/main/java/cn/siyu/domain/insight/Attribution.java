package cn.siyu.domain.insight;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// To which delivered contacts a paid order is put down (归因).
///
/// Counted are contacts delivered inside the window before the payment, the payment's own moment
/// included. The shares of an order always add up to what it still amounts to; a refund takes back
/// from the same contacts. Everything is a function of the order and the touches, whatever order
/// they are told in.
///
/// @param order the order's number; breaks ties, so that the same run gives the same result
///     everywhere
/// @param amountMinor what was paid, in the smallest unit of the currency
/// @param touches inside the window, oldest first, each once
public record Attribution(long order, long amountMinor, List<Touch> touches) {
    public Attribution {
        touches = List.copyOf(touches);
        if (amountMinor < 0) {
            throw new IllegalArgumentException("an order amounts to 0 or more, was " + amountMinor);
        }
    }

    /// Finds the touches that count.
    ///
    /// @param delivered contacts of the customer who paid, in any order, also outside the window
    /// @param window how long before the payment
    public static Attribution of(
            long order, Instant paidAt, long amountMinor, Collection<Touch> delivered, Duration window) {
        Instant earliest = paidAt.minus(window);
        return new Attribution(
                order,
                amountMinor,
                delivered.stream()
                        .filter(touch -> !touch.deliveredAt().isBefore(earliest)
                                && !touch.deliveredAt().isAfter(paidAt))
                        .distinct()
                        .sorted(oldestFirst(order))
                        .toList());
    }

    /// The shares, after money was paid back.
    ///
    /// @param refundedMinor all refunds of the order together, at most what was paid
    /// @return one share per touch that gets something; together exactly what the order still
    ///     amounts to
    public List<AttributedShare> shares(AttributionMethod method, long refundedMinor) {
        if (refundedMinor < 0 || refundedMinor > amountMinor) {
            throw new IllegalArgumentException(
                    "refunds lie between 0 and the order's " + amountMinor + ", were " + refundedMinor);
        }
        long net = amountMinor - refundedMinor;
        if (touches.isEmpty()) {
            return List.of(new AttributedShare(OptionalLong.empty(), net));
        }
        return switch (method) {
            case LAST_TOUCH -> List.of(shareOf(touches.getLast(), net));
            case EQUAL_SHARES -> equalShares(net);
        };
    }

    /// Minor units can't be split: what is left over goes one by one to the oldest touches. So with
    /// less money no touch ever gets more, and a refund only takes back.
    private List<AttributedShare> equalShares(long net) {
        long each = net / touches.size();
        long over = net % touches.size();
        List<AttributedShare> shares = new ArrayList<>();
        for (int i = 0; i < touches.size(); i++) {
            shares.add(shareOf(touches.get(i), each + (i < over ? 1 : 0)));
        }
        return shares;
    }

    private static AttributedShare shareOf(Touch touch, long amountMinor) {
        return new AttributedShare(OptionalLong.of(touch.send()), amountMinor);
    }

    /// Of touches of one moment the one with the lowest hash, then number, comes first in the order
    /// of ranks, which makes it the last touch.
    private static Comparator<Touch> oldestFirst(long order) {
        return Comparator.comparing(Touch::deliveredAt)
                .thenComparing(touch -> hash(order, touch), (left, right) -> Long.compareUnsigned(right, left))
                .thenComparing(Comparator.comparingLong(Touch::send).reversed());
    }

    private static long hash(long order, Touch touch) {
        try {
            byte[] key = (order + ":" + touch.send()).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
