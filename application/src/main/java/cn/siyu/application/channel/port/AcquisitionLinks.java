package cn.siyu.application.channel.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Links by which customers add a staff member without a code (获客助手, 获客链接). Each customer
/// who comes by one is paid for.
public interface AcquisitionLinks {
    /// Ids of the links that this connection made, a page at a time.
    Answer<Slice<String>> list(@Nullable String cursor);

    Answer<Link> fetch(String linkId);

    Answer<Link> create(Request request);

    Answer<Ack> update(String linkId, Request request);

    Answer<Ack> delete(String linkId);

    /// Who came by a link, a page at a time.
    Answer<Slice<Arrival>> arrivals(String linkId, @Nullable String cursor);

    /// How many more customers may come (获客额度).
    Answer<Quota> quota();

    /// Clicks and new customers of some days; at most 30, none older than 180.
    Answer<Clicks> clicks(String linkId, LocalDate first, LocalDate last);

    /// What a link should be.
    ///
    /// @param name at most 30 characters
    /// @param staff to whom it leads, with the departments at most 500 people; not both empty
    record Request(String name, Set<String> staff, Set<Long> departments, boolean skipVerification) {
        public Request {
            staff = Set.copyOf(staff);
            departments = Set.copyOf(departments);
            if (staff.isEmpty() && departments.isEmpty()) {
                throw new IllegalArgumentException("a link leads to somebody");
            }
        }
    }

    record Link(String linkId, String name, String url, Instant createdAt) {}

    /// A customer who came by a link.
    ///
    /// @param wrote whether the customer has written; null when the far side does not know
    /// @param channel the mark that we appended to the link's address, if any
    record Arrival(
            String contactId,
            String staff,
            @Nullable Boolean wrote,
            @Nullable String channel) {}

    record Quota(long used, long left) {}

    record Clicks(long clicks, long newCustomers) {}
}
