package cn.siyu.application.channel.port;

import org.jspecify.annotations.Nullable;

/// Something that a person is to do on an account (人工动作): what a channel does by itself is a
/// call instead.
public sealed interface Deed {
    /// Which kind of task it is: `SEND`, `REPLY`, `ADD`, `DOUBLE_ADD`, `ACCEPT`, `MOMENT`, `LIKE`.
    String kind();

    /// Send a message to a customer.
    ///
    /// @param to what the customer calls itself; null if unknown
    /// @param picturesArrive whether pictures with a QR code still arrive today
    /// @param batch the number of its batch (群发批次) on the account's day, from 1; null: it goes alone
    /// @param perBatch how many recipients one batch has at most
    record Send(
            @Nullable String to,
            OutboundMessage message,
            boolean picturesArrive,
            @Nullable Integer batch,
            int perBatch) implements Deed {
        public static final String KIND = "SEND";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Answer a customer.
    ///
    /// @param text what to say; null: nothing is laid down
    record Reply(@Nullable String to, @Nullable String text) implements Deed {
        public static final String KIND = "REPLY";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Ask somebody to become a contact.
    ///
    /// @param way by what, a code of an active [AddingWay]
    /// @param value the number or name by which the person is found
    /// @param greeting what to write into the request
    record Add(
            @Nullable String who,
            String way,
            String value,
            @Nullable String greeting) implements Deed {
        public static final String KIND = "ADD";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Accept one friend request on this account and on another one of the same phone (双加).
    ///
    /// @param who what the person calls itself; null if unknown
    /// @param other what the other account is called
    record DoubleAdd(@Nullable String who, String other) implements Deed {
        public static final String KIND = "DOUBLE_ADD";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Accept somebody who asks to become a contact and tells a code (通过好友申请).
    ///
    /// @param token the code of the invitation
    record Accept(@Nullable String who, String token) implements Deed {
        public static final String KIND = "ACCEPT";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Post to the account's moments.
    record Moment(OutboundMessage message) implements Deed {
        public static final String KIND = "MOMENT";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// Like a customer's moment, or comment on it.
    ///
    /// @param comment what to write; null: a like only
    record Like(@Nullable String whose, @Nullable String comment) implements Deed {
        public static final String KIND = "LIKE";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
