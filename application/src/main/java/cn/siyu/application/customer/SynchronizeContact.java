package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Link;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes over what a channel has on a relationship: remark, description, tags. Tags that are not
/// known yet are made.
public final class SynchronizeContact {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final Identities identities;
    private final Relationships relationships;
    private final KeepProfile profiles;
    private final ChannelTags tags;

    public SynchronizeContact(
            UnitOfWork work,
            BrandClock clock,
            Identities identities,
            Relationships relationships,
            KeepProfile profiles,
            ChannelTags tags) {
        this.work = work;
        this.clock = clock;
        this.identities = identities;
        this.relationships = relationships;
        this.profiles = profiles;
        this.tags = tags;
    }

    /// The relationship as the channel has it.
    ///
    /// @param nickname null: not told
    /// @param tags all tags the channel has on it
    public record Command(
            BrandId brand,
            ChannelAccountId account,
            IdentityKey contact,
            @Nullable String nickname,
            Customer.Gender gender,
            @Nullable String remark,
            @Nullable String description,
            List<SeenTag> tags) {
        public Command {
            tags = List.copyOf(tags);
        }
    }

    /// A tag on the channel.
    ///
    /// @param channelRef the channel's id of it
    public record SeenTag(String channelRef, String group, String name) {}

    /// What came of it.
    public enum Outcome {
        /// Everything is as the channel has it.
        SYNCHRONIZED,
        /// There is no live relationship of that contact on that account.
        NO_RELATIONSHIP
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> synchronize(command));
    }

    private Outcome synchronize(Command command) {
        var brand = command.brand();
        var identity = identities.find(brand, List.of(command.contact())).get(command.contact());
        if (identity == null) {
            return Outcome.NO_RELATIONSHIP;
        }
        var live = relationships.on(brand, new Link(identity.id(), command.account())).stream()
                .filter(Relationship::live)
                .findFirst();
        if (live.isEmpty()) {
            return Outcome.NO_RELATIONSHIP;
        }
        var now = clock.now(brand);
        profiles.keep(brand, identity.birthCustomer(), command.nickname(), command.gender(), now);
        keepRemark(brand, live.get(), command, now);
        tags.take(brand, live.get(), command.contact().value(), command.tags(), now);
        return Outcome.SYNCHRONIZED;
    }

    private void keepRemark(BrandId brand, Relationship was, Command command, Instant now) {
        if (!Objects.equals(was.remark(), command.remark())
                || !Objects.equals(was.description(), command.description())) {
            relationships.replace(
                    brand,
                    new Relationship(
                            was.id(),
                            was.publicId(),
                            was.customer(),
                            was.account(),
                            was.identity(),
                            was.source(),
                            was.contactWay(),
                            was.addWay(),
                            was.addedAt(),
                            was.ended(),
                            command.remark(),
                            command.description(),
                            was.version() + 1,
                            was.createdAt(),
                            now));
        }
    }
}
