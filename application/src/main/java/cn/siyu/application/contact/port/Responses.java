package cn.siyu.application.contact.port;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of delivered sends (响应): what customers did, and how each response window (响应窗口)
/// stands.
public interface Responses {
    /// Customers with an open window that is over, those whose window was over first before others.
    List<CustomerId> dueCustomers(BrandId brand, Instant now, int atMost);

    /// When the next open window is over.
    Optional<Instant> nextDueAt(BrandId brand);

    /// Which of these customers have ever had a delivered send.
    List<CustomerId> contacted(BrandId brand, Collection<CustomerId> customers);

    /// Everything that was delivered to these customers since a moment, by customer and time.
    List<Window> windows(BrandId brand, Collection<CustomerId> customers, Instant since);

    /// Everything these customers did since a moment that counts as an answer.
    Map<CustomerId, List<Instant>> answers(BrandId brand, Collection<CustomerId> customers, Instant since);

    /// Keeps what customers did; what is known changes nothing.
    void addAnswers(BrandId brand, List<Given> answers);

    /// Writes down how windows stand.
    void write(BrandId brand, List<Window> windows);

    /// Since when answers at an account would be seen even if none comes, because a feed that tells
    /// of them is connected.
    ///
    /// @param source the account; null for all accounts of the brand
    void sourceLive(BrandId brand, @Nullable ChannelAccountId source, Instant from, @Nullable Instant until);

    /// Something a customer did that counts as an answer.
    ///
    /// @param kind what it was
    record Given(CustomerId customer, String kind, Instant at) {}

    /// The response window of one send.
    ///
    /// @param observed whether an answer would have been seen: as it was found when the window was
    ///     over, else as it is now
    /// @param respondedAt when the customer answered; null if not
    /// @param streak which ignored one in a row it is; null if it isn't ignored, or not marketing
    record Window(
            SendId send,
            CustomerId customer,
            RelationshipId relationship,
            ContactClass contactClass,
            Instant deliveredAt,
            Instant until,
            Status status,
            boolean observed,
            @Nullable Instant respondedAt,
            @Nullable Integer streak) {
        /// With how it stands now.
        public Window standing(Status now, Instant closes, @Nullable Instant answeredAt, @Nullable Integer inARow) {
            return new Window(
                    send, customer, relationship, contactClass, deliveredAt, closes, now, observed, answeredAt, inARow);
        }
    }

    /// How a window stands.
    enum Status {
        OPEN,
        ANSWERED,
        IGNORED,
        /// Over in silence, and an answer couldn't have been seen.
        UNOBSERVED
    }
}
