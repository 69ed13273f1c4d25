package cn.siyu.application.channel.port;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.TagId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something a channel still has to be told and may safely be told twice. It is written in the
/// transaction of the change that makes it necessary, and carried out afterwards.
public sealed interface ChannelCommand {
    /// The account in whose name it is done.
    ChannelAccountId account();

    /// Set and unset tags on one relationship (客户打标签). Tags the channel does not know yet are
    /// made there first.
    ///
    /// @param contactId the channel's id of the customer
    record MarkTags(ChannelAccountId account, String contactId, Set<TagId> add, Set<TagId> remove)
            implements ChannelCommand {
        public MarkTags {
            add = Set.copyOf(add);
            remove = Set.copyOf(remove);
        }

        /// All tags it is about.
        public Set<TagId> tags() {
            return Stream.concat(add.stream(), remove.stream()).collect(Collectors.toSet());
        }
    }

    /// Write a remark beside a customer (客户备注); null leaves a part as it is.
    record SetRemark(
            ChannelAccountId account,
            String contactId,
            @Nullable String remark,
            @Nullable String description) implements ChannelCommand {}
}
