package cn.siyu.application.community;

import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PersonaVoices;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.community.MomentChannels.Route;
import cn.siyu.application.community.PublishMoments.Piece;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.contact.MaterialComposer;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.task.HandTasks;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.community.MomentPlan;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.community.MomentPost.Audience;
import cn.siyu.domain.community.MomentPost.State;
import cn.siyu.domain.content.Material;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.content.Rendering;
import cn.siyu.domain.customer.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Posts what is due: one call for all accounts of a plan that say the same over one connection,
/// its intent written down before it; or a task for the person who holds the account.
public final class LaunchMoments {
    /// Why a task to post was made: a plan wants it.
    static final String WHY = "MOMENTS_PLAN";

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final MomentPlans plans;
    private final MomentAudiences audiences;
    private final LeftOutHint leftOut;
    private final MomentChannels channels;
    private final MomentWords words;
    private final CheckPersona personas;
    private final MomentFiles files;
    private final Materials materials;
    private final Tags tags;
    private final HandTasks hands;
    private final UnitOfWork work;
    private final InstantSource machine;

    public LaunchMoments(
            MomentPlans plans,
            MomentAudiences audiences,
            MomentChannels channels,
            MomentWords words,
            CheckPersona personas,
            MomentFiles files,
            Materials materials,
            Tags tags,
            HandTasks hands,
            UnitOfWork work,
            InstantSource machine) {
        this.plans = plans;
        this.audiences = audiences;
        this.leftOut = new LeftOutHint(audiences);
        this.channels = channels;
        this.words = words;
        this.personas = personas;
        this.files = files;
        this.materials = materials;
        this.tags = tags;
        this.hands = hands;
        this.work = work;
        this.machine = machine;
    }

    /// Posts that go out with one call.
    private record Call(MomentPlan plan, Route route, OutboundMessage message) {}

    void launch(BrandId brand, List<Piece> due, Instant now) {
        Map<MaterialId, Material> known =
                materials
                        .findAll(
                                brand,
                                due.stream()
                                        .map(piece -> piece.plan().material())
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Material::id, Function.identity()));
        Map<MomentPlan, List<Piece>> byPlan =
                due.stream().collect(Collectors.groupingBy(Piece::plan, LinkedHashMap::new, Collectors.toList()));
        byPlan.forEach((plan, pieces) -> launch(brand, plan, known.get(plan.material()), pieces, now));
    }

    private void launch(BrandId brand, MomentPlan plan, @Nullable Material material, List<Piece> pieces, Instant now) {
        var calls = new LinkedHashMap<Call, List<Piece>>();
        var ended = new ArrayList<MomentPost>();
        var byHand = new LinkedHashMap<Piece, OutboundMessage>();
        var audience = audiences.count(
                brand,
                pieces.stream().map(piece -> piece.account().id()).collect(Collectors.toSet()),
                plan.visibleTo(),
                now);
        var voices = personas.voices(brand);
        for (Piece piece : pieces) {
            var there = audience.getOrDefault(piece.account().id(), Audience.NOBODY);
            var found = new Piece(piece.post().forAudience(there), plan, piece.account());
            switch (words(brand, plan, material, found, there, voices, now)) {
                case Words.Said(var message)
                when channels.role(piece.account()).isPresent() ->
                    calls.computeIfAbsent(new Call(plan, Route.of(piece.account()), message), _ -> new ArrayList<>())
                            .add(found);
                case Words.Said(var message) -> byHand.put(found, message);
                case Words.Nothing(var end, var reason) ->
                    ended.add(found.post().ended(end, reason, now));
            }
        }
        write(brand, ended);
        byHand.forEach((piece, message) -> hand(brand, piece, message, now));
        calls.forEach((call, posts) -> call(brand, call, posts, now));
    }

    private sealed interface Words {
        record Said(OutboundMessage message) implements Words {}

        record Nothing(State end, String reason) implements Words {}
    }

    private Words words(
            BrandId brand,
            MomentPlan plan,
            @Nullable Material material,
            Piece piece,
            Audience there,
            PersonaVoices voices,
            Instant now) {
        if (!now.isBefore(plan.confirmBy())) {
            return new Words.Nothing(State.EXPIRED, "TOO_LATE");
        }
        if (piece.account().state() == ChannelAccount.State.CLOSED) {
            return new Words.Nothing(State.REFUSED, "ACCOUNT_CLOSED");
        }
        if (there.chosen() == 0) {
            return new Words.Nothing(State.REFUSED, "NO_AUDIENCE");
        }
        if (material == null || material.archived()) {
            return new Words.Nothing(State.FAILED, "MATERIAL_GONE");
        }
        return switch (words.render(brand, material, piece.account())) {
            case Rendering.Rendered(var message) -> {
                var carried = MaterialComposer.carried(message);
                yield voices.forbidden(piece.account().id(), carried).isEmpty()
                        ? new Words.Said(carried)
                        : new Words.Nothing(State.REFUSED, CheckPersona.FORBIDDEN_CLAIM);
            }
            case Rendering.ValuesMissing _ -> new Words.Nothing(State.FAILED, "VALUES_MISSING");
            case Rendering.TooLong _ -> new Words.Nothing(State.FAILED, "TEXT_TOO_LONG");
            case Rendering.NothingToSay _ -> new Words.Nothing(State.FAILED, "NOTHING_TO_SAY");
        };
    }

    private void hand(BrandId brand, Piece piece, OutboundMessage message, Instant now) {
        work.run(() -> {
            var plan = piece.plan();
            var task =
                    hands.moment(brand, piece.account(), message, hint(brand, piece, now), WHY, plan.confirmBy(), now);
            plans.replacePosts(brand, List.of(piece.post().handed(task.id(), now)));
        });
    }

    /// Who posts by hand says by hand who sees it.
    private @Nullable String hint(BrandId brand, Piece piece, Instant now) {
        var hints = new ArrayList<String>();
        var visibleTo = piece.plan().visibleTo();
        if (!visibleTo.isEmpty()) {
            hints.add(tags.findAll(brand, visibleTo).stream()
                    .map(Tag::name)
                    .sorted()
                    .collect(Collectors.joining("、", "仅对有这些标签的客户可见：", "")));
        }
        String excluded = this.leftOut.of(
                brand, piece.account().id(), visibleTo, piece.post().audience(), now);
        if (excluded != null) {
            hints.add(excluded);
        }
        return hints.isEmpty() ? null : String.join("\n", hints);
    }

    private void call(BrandId brand, Call call, List<Piece> pieces, Instant now) {
        var connection = channels.connection(call.route());
        Set<String> refs = refs(brand, call.plan());
        if (connection.isEmpty() || refs.size() < call.plan().visibleTo().size()) {
            String reason = connection.isEmpty() ? "NO_CONNECTION" : "TAG_NOT_ON_CHANNEL";
            each(brand, pieces, post -> post.putOff(now.plus(AGAIN), reason, now));
            return;
        }
        switch (files.equip(connection.get(), call.message())) {
            case MomentFiles.Equipped.Ready(var message) ->
                intend(brand, connection.get(), call, message, refs, pieces, now);
            case MomentFiles.Equipped.NotYet(var reason) ->
                each(brand, pieces, post -> post.putOff(now.plus(AGAIN), reason, now));
            case MomentFiles.Equipped.Never(var reason) ->
                each(brand, pieces, post -> post.ended(State.FAILED, reason, now));
        }
    }

    /// What the channel calls the tags of a plan; fewer if it doesn't know one yet.
    private Set<String> refs(BrandId brand, MomentPlan plan) {
        return tags.findAll(brand, plan.visibleTo()).stream()
                .flatMap(tag -> Stream.ofNullable(tag.channelRef()))
                .collect(Collectors.toSet());
    }

    private void intend(
            BrandId brand,
            ChannelConnection connection,
            Call call,
            OutboundMessage message,
            Set<String> refs,
            List<Piece> pieces,
            Instant now) {
        List<MomentPost> calling = pieces.stream()
                .map(piece -> piece.post().calling(machine.instant(), now))
                .toList();
        try {
            work.run(() -> plans.replacePosts(brand, calling));
        } catch (StaleAggregate somebodyElseHasThem) {
            return;
        }
        var task = new Moments.Task(
                call.plan().publicId().toString(),
                message.text(),
                message.attachments(),
                pieces.stream().map(piece -> piece.account().address()).collect(Collectors.toSet()),
                refs);
        var answer = asked(connection.moments().orElseThrow(), task);
        UnaryOperator<MomentPost> became = switch (answer) {
            case Answer.Done<String>(var job) -> post -> post.preparing(job, now.plus(FIRST_LOOK), now);
            case Answer.NotDone<String>(var reason, var _, var after) ->
                reason.passing()
                        ? post -> post.putOff(now.plus(longer(after)), reason.name(), now)
                        : post -> post.ended(State.FAILED, reason.name(), now);
            case Answer.Unknown<String> _ -> post -> post.unknown("NO_ANSWER", now);
        };
        write(brand, calling.stream().map(became).toList());
    }

    @SuppressWarnings("IllegalCatch") // an adapter that throws says as little as one that does not know
    private static Answer<String> asked(Moments moments, Moments.Task task) {
        try {
            return moments.create(task);
        } catch (RuntimeException e) {
            return new Answer.Unknown<>("the adapter threw " + e);
        }
    }

    private static Duration longer(@Nullable Duration asked) {
        return asked == null || asked.compareTo(AGAIN) < 0 ? AGAIN : asked;
    }

    private void each(BrandId brand, List<Piece> pieces, UnaryOperator<MomentPost> change) {
        write(brand, pieces.stream().map(piece -> change.apply(piece.post())).toList());
    }

    private void write(BrandId brand, List<MomentPost> posts) {
        if (!posts.isEmpty()) {
            work.run(() -> plans.replacePosts(brand, posts));
        }
    }
}
