package cn.siyu.application.channel.port;

import java.time.Instant;

/// What a page of ours in the staff's client (聊天侧边栏) needs: to know who has opened it, and
/// tickets to sign itself with.
public interface SidebarPages {
    /// Who has opened a page, by the code that the client hands to it; a code works once. NOT_FOUND
    /// when it is used or unknown.
    Answer<Visitor> visitor(String code);

    /// The ticket of the corp (jsapi_ticket).
    Answer<Ticket> corpTicket();

    /// The ticket of the application (agent_config).
    Answer<Ticket> appTicket();

    /// Who opened a page.
    sealed interface Visitor {
        record Staff(String id) implements Visitor {}

        /// A customer whom this connection sees.
        record Contact(String contactId) implements Visitor {}

        /// Somebody else.
        record Stranger() implements Visitor {}
    }

    /// A secret to sign pages with. Pages ask us for signatures, so keep it and ask for a new one
    /// when it ends.
    record Ticket(String value, Instant endsAt) {
        @Override
        public String toString() {
            return "Ticket[endsAt=" + endsAt + "]";
        }
    }
}
