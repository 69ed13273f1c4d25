package cn.siyu.application.contact.port;

import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one call to a channel will carry (触达批次): one account, one content. Immutable; where it
/// stands is kept beside it.
///
/// @param content with the addresses of the files that it carries; see [#carrying]
/// @param wave the wave of its sends; null for sends that stand alone
/// @param contentHash SHA-256 of the content: of two open batches of one account with the same
///     hash, no recipient is in both, unless they are of one wave, which never names a customer
///     twice
/// @param welcomeCode for a welcome: the code the channel gave for it
/// @param notBefore not called before
/// @param deadline not called from then on
public record SendBatch(
        SendBatchId id,
        PublicId publicId,
        @Nullable Long wave,
        Kind kind,
        ContactClass contactClass,
        ChannelAccountId account,
        String contentHash,
        OutboundMessage content,
        @Nullable String welcomeCode,
        int recipients,
        Instant notBefore,
        Instant deadline,
        Instant createdAt) {
    /// The same batch with its message as the channel takes it: files by the ids of their uploads.
    /// The hash stays that of the message as it was planned.
    public SendBatch carrying(OutboundMessage message) {
        return new SendBatch(
                id,
                publicId,
                wave,
                kind,
                contactClass,
                account,
                contentHash,
                message,
                welcomeCode,
                recipients,
                notBefore,
                deadline,
                createdAt);
    }

    /// How it goes out.
    public enum Kind {
        /// A mass message (群发); staff confirm it.
        MASS,
        /// A welcome message (欢迎语); delivered at once.
        WELCOME
    }
}
