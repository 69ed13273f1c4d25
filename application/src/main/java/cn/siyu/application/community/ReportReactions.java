package cn.siyu.application.community;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.insight.InteractionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody saw how customers took a post (人工观察): who liked it, who commented, who wants no
/// more of it. What comes back are interactions, as from everywhere else; said again, they change
/// nothing.
public final class ReportReactions {
    /// How many reactions one report has at most.
    public static final int MOST = 500;

    private final MomentPlans plans;
    private final ChannelAccounts accounts;
    private final MomentAudiences audiences;
    private final RecordInteractions interactions;
    private final ResolveSight sights;
    private final UnitOfWork work;
    private final BrandClock clock;

    public ReportReactions(
            MomentPlans plans,
            ChannelAccounts accounts,
            MomentAudiences audiences,
            RecordInteractions interactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        this.plans = plans;
        this.accounts = accounts;
        this.audiences = audiences;
        this.interactions = interactions;
        this.sights = sights;
        this.work = work;
        this.clock = clock;
    }

    /// What a customer did.
    public enum Kind {
        LIKED,
        COMMENTED,
        /// Wants no more of this account's moments (不感兴趣).
        NOT_INTERESTED;

        InteractionKind kind() {
            return switch (this) {
                case LIKED -> InteractionKind.LIKE;
                case COMMENTED -> InteractionKind.COMMENT;
                case NOT_INTERESTED -> InteractionKind.NOT_INTERESTED;
            };
        }
    }

    /// One reaction.
    ///
    /// @param relationship whose, with the account that posted
    /// @param at when; null: now
    public record Reaction(
            PublicId relationship, Kind kind, @Nullable Instant at) {}

    /// What somebody saw.
    public record Command(Caller caller, PublicId plan, PublicId post, List<Reaction> reactions) {
        public Command {
            reactions = List.copyOf(reactions);
        }
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is taken in.
        ///
        /// @param fresh how many were not known before
        record Taken(MomentPost post, int fresh) implements Outcome {}

        /// A relationship isn't one of the account that posted, or not seen.
        record UnknownRelationship(int index) implements Outcome {}

        /// It is to have been seen at a moment that has not come.
        record InTheFuture(int index, Instant now) implements Outcome {}

        /// Nothing was posted.
        record NotPosted(State state) implements Outcome {}

        /// There is no such post, or it isn't seen.
        record Unknown() implements Outcome {}
    }

    /// Takes it in.
    public Outcome handle(Command command) {
        return work.inTransaction(() -> {
            var brand = command.caller().brand();
            Sight sight = sights.of(command.caller());
            var post = plans.byPublicId(brand, command.plan())
                    .flatMap(plan -> plans.post(brand, plan.id(), sight, command.post()));
            var account = post.flatMap(one -> accounts.find(brand, one.account()));
            if (post.isEmpty() || account.isEmpty()) {
                return new Outcome.Unknown();
            }
            return post.get().state() == State.PUBLISHED
                    ? take(command, brand, post.get(), account.get())
                    : new Outcome.NotPosted(post.get().state());
        });
    }

    private Outcome take(Command command, BrandId brand, MomentPost post, ChannelAccount account) {
        Instant now = clock.now(brand);
        var contacts = audiences.contacts(
                brand,
                account.id(),
                command.reactions().stream().map(Reaction::relationship).toList());
        var items = new ArrayList<RecordInteractions.Item>();
        for (int i = 0; i < command.reactions().size(); i++) {
            var reaction = command.reactions().get(i);
            Instant at = reaction.at() == null ? now : reaction.at();
            if (at.isAfter(now)) {
                return new Outcome.InTheFuture(i, now);
            }
            var contact = contacts.get(reaction.relationship());
            if (contact == null) {
                return new Outcome.UnknownRelationship(i);
            }
            items.add(item(post, account, reaction, contact, at));
        }
        var outcomes = interactions.join(new RecordInteractions.Command(brand, items));
        int fresh = (int) outcomes.stream()
                .filter(RecordInteractions.Outcome.Recorded.class::isInstance)
                .count();
        return new Outcome.Taken(counted(brand, post, command, outcomes, now), fresh);
    }

    private static RecordInteractions.Item item(
            MomentPost post, ChannelAccount account, Reaction reaction, IdentityKey contact, Instant at) {
        // who likes a post or wants none like it does so once; comments that nobody knows the time of count once a day
        String day = switch (reaction.kind()) {
            case LIKED, NOT_INTERESTED -> "";
            case COMMENTED ->
                reaction.at() == null
                        ? LocalDate.ofInstant(at, ZoneOffset.UTC).toString()
                        : Long.toString(at.getEpochSecond());
        };
        return new RecordInteractions.Item(
                new ExternalKey(
                        MomentReactions.SOURCE,
                        "seen:" + post.id().value() + ":" + reaction.kind().name() + ":" + reaction.relationship() + ":"
                                + day),
                reaction.kind().kind(),
                List.of(contact),
                account.publicId(),
                null,
                MomentReactions.TOUCHPOINT,
                at);
    }

    private MomentPost counted(
            BrandId brand, MomentPost post, Command command, List<RecordInteractions.Outcome> outcomes, Instant now) {
        int likes = 0;
        int comments = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof RecordInteractions.Outcome.Recorded) {
                likes += command.reactions().get(i).kind() == Kind.LIKED ? 1 : 0;
                comments += command.reactions().get(i).kind() == Kind.COMMENTED ? 1 : 0;
            }
        }
        if (likes + comments == 0 || post.progress().momentId() != null) {
            return post;
        }
        var counted = post.looked(
                null, post.progress().likes() + likes, post.progress().comments() + comments, now);
        plans.replacePosts(brand, List.of(counted));
        return counted;
    }
}
