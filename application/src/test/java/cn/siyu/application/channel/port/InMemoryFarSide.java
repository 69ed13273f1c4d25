package cn.siyu.application.channel.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The far side of [InMemoryChannel]: its people, what they have, and the faults that a test orders
/// for the next calls.
///
/// Everything is guarded by the object's own lock, which the roles take through [#change] and
/// [#read].
public final class InMemoryFarSide {
    /// What goes wrong with the next call that changes something.
    public sealed interface Fault {
        /// Refused without effect.
        record Refused(NotDoneReason reason) implements Fault {}

        /// Carried out, but the answer is lost: Unknown.
        record AnswerLost() implements Fault {}

        /// Lost before anything happened, which the caller cannot tell: Unknown.
        record RequestLost() implements Fault {}
    }

    static final Duration TOKEN_LIFE = Duration.ofHours(2);

    final Map<String, StaffDirectory.Member> staff = new LinkedHashMap<>();
    final Map<String, ContactDirectory.Profile> contacts = new LinkedHashMap<>();
    final Map<Pair, ContactDirectory.Follower> relations = new LinkedHashMap<>();
    final Set<Pair> deletedByCustomer = new LinkedHashSet<>();
    final Set<String> overCap = new LinkedHashSet<>();
    final Map<String, Instant> welcomeCodes = new LinkedHashMap<>();
    final List<Welcome> welcomes = new ArrayList<>();
    final Map<String, InMemoryMassMessages.Task> tasks = new LinkedHashMap<>();
    final Map<String, ContactWayProvider.Request> contactWays = new LinkedHashMap<>();
    final Map<String, TagDirectory.TagGroup> tagGroups = new LinkedHashMap<>();
    final Map<String, InMemoryMedia.Kept> media = new LinkedHashMap<>();
    final Set<String> left = new LinkedHashSet<>();
    final Set<String> full = new LinkedHashSet<>();
    final Set<String> outOfRange = new LinkedHashSet<>();
    final InMemoryGroups groups = new InMemoryGroups(this);
    final InMemoryJoinWays joinWays = new InMemoryJoinWays(this);
    final InMemoryGroupMessages groupMessages = new InMemoryGroupMessages(this);
    final InMemoryNotices notices = new InMemoryNotices(this);
    final InMemoryTransfers transfers = new InMemoryTransfers(this);
    final InMemoryMoments moments = new InMemoryMoments(this);
    final InMemoryLinks links = new InMemoryLinks(this);
    final InMemoryProductAlbums productAlbums = new InMemoryProductAlbums(this);
    final InMemoryInterceptRules interceptRules = new InMemoryInterceptRules(this);
    final InMemoryGroupGreetings groupGreetings = new InMemoryGroupGreetings(this);
    final InMemoryStrategies customerStrategies = new InMemoryStrategies(this);
    final InMemoryStrategies momentStrategies = new InMemoryStrategies(this);
    final InMemoryStrategyTags strategyTags = new InMemoryStrategyTags(this);
    final InMemoryTemporaryChats temporaryChats = new InMemoryTemporaryChats(this);
    final InMemorySidebar sidebar = new InMemorySidebar(this);

    private final InstantSource clock;
    private final Map<String, ChannelEvent> events = new LinkedHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int numbers;
    private Instant credentialEnds = Instant.MIN;

    private int readsBeforeTrouble = -1;
    private Supplier<Answer<?>> trouble = () -> new Answer.Unknown<>("lost");
    private @Nullable NotDoneReason uploadRefusal;
    private boolean cursorsForgotten;

    @Nullable
    String hidden;

    Endless endless = Endless.NO;

    public InMemoryFarSide(InstantSource clock) {
        this.clock = clock;
    }

    record Pair(String staff, String contactId) {}

    /// A welcome message that reached its customer.
    public record Welcome(String sendId, String welcomeCode, OutboundMessage message) {}

    public synchronized void addStaff(String id) {
        staff.put(id, new StaffDirectory.Member(id, "成员" + id, List.of(1L), true));
    }

    /// Somebody new adds the member; `state` is the source mark of the contact way, if one was
    /// used.
    public synchronized ChannelWorld.Met customerAdds(String member, @Nullable String state) {
        var contactId = "wm" + next();
        contacts.put(
                contactId,
                new ContactDirectory.Profile(
                        contactId,
                        "客户" + numbers,
                        null,
                        ContactDirectory.Kind.WECHAT,
                        ContactDirectory.Gender.UNKNOWN,
                        "union" + numbers));
        relations.put(
                new Pair(member, contactId),
                new ContactDirectory.Follower(member, "", "", now(), List.of(), List.of(), 1, state, contactId));
        var code = "code" + next();
        welcomeCodes.put(code, now());
        return new ChannelWorld.Met(contactId, code);
    }

    /// Somebody new scans a contact way.
    public synchronized ChannelWorld.Met customerScans(String contactWayId) {
        var way = contactWays.get(contactWayId);
        if (way == null) {
            throw new IllegalArgumentException("no contact way " + contactWayId);
        }
        var met = customerAdds(way.staff(), way.state());
        temporaryChats.began(contactWayId, met.contactId());
        return met;
    }

    public synchronized void customerDeletes(String member, String contactId) {
        deletedByCustomer.add(new Pair(member, contactId));
    }

    /// The member leaves the company.
    public synchronized void staffLeaves(String member) {
        transfers.leaves(member);
    }

    /// The customer refuses to be handed over.
    public synchronized void refusesTransfer(String contactId) {
        transfers.refuse(contactId);
    }

    /// The member has room for nobody who is not with them yet.
    public synchronized void isFull(String member) {
        full.add(member);
    }

    /// The member is not, or no longer, in the range that may be asked about: nobody is handed over
    /// to them.
    public synchronized void isOutOfRange(String member) {
        outOfRange.add(member);
    }

    /// Another group of the member.
    public synchronized String groupOf(String member) {
        return groups.make(member);
    }

    /// Who owns a group.
    public synchronized String ownerOf(String group) {
        return groups.ownerOf(group);
    }

    /// How many calls asked for transfers of customers.
    public synchronized int transferCalls() {
        return transfers.calls();
    }

    /// The member deletes the customer: the relationship is there no longer.
    public synchronized void staffDeletes(String member, String contactId) {
        relations.remove(new Pair(member, contactId));
    }

    /// The next page that is asked for by a cursor is refused: the cursor is no longer known.
    public synchronized void forgetCursors() {
        cursorsForgotten = true;
    }

    /// The relationship is listed no longer, until [#givesBack].
    public synchronized ContactDirectory.Follower takesAway(String member, String contactId) {
        return Objects.requireNonNull(relations.remove(new Pair(member, contactId)));
    }

    /// Lists it again as it was.
    public synchronized void givesBack(String contactId, ContactDirectory.Follower follower) {
        relations.put(new Pair(follower.staff(), contactId), follower);
    }

    /// From now on the list of ids lacks a contact that the pages go on delivering; null: it tells
    /// the truth again.
    public synchronized void hideFromIds(@Nullable String contactId) {
        hidden = contactId;
    }

    /// From now on no page is the last one: every page names another one, or two name each other.
    public synchronized void neverEndsPages(boolean inACircle) {
        endless = inACircle ? Endless.CIRCLE : Endless.EVER_NEW;
    }

    enum Endless {
        NO,
        CIRCLE,
        EVER_NEW
    }

    boolean forgot(@Nullable String cursor) {
        boolean forgot = cursorsForgotten && cursor != null;
        cursorsForgotten = cursorsForgotten && !forgot;
        return forgot;
    }

    /// From now on the customer has received as many mass messages as the platform allows.
    public synchronized void reachesCap(String contactId) {
        overCap.add(contactId);
    }

    /// A member posts what was prepared.
    public synchronized void staffPublishes(String momentId, String member) {
        moments.publish(momentId, member);
    }

    /// A contact likes a member's post.
    public synchronized void contactLikes(String momentId, String member, String contactId) {
        moments.like(momentId, member, contactId);
    }

    public synchronized void staffConfirms(String taskId, String member) {
        groupMessages.confirm(taskId, member);
        var task = tasks.get(taskId);
        if (task != null && task.batch().staff().equals(member)) {
            task.confirm(now(), recipient -> delivery(member, recipient));
        }
    }

    /// Welcome messages that were delivered, in order.
    public synchronized List<Welcome> welcomes() {
        return List.copyOf(welcomes);
    }

    /// Batches whose task was made, cancelled ones included, in order.
    public synchronized List<MassMessages.Batch> batches() {
        return tasks.values().stream().map(InMemoryMassMessages.Task::batch).toList();
    }

    /// Ids of the tasks that were made, in order.
    public synchronized List<String> taskIds() {
        return List.copyOf(tasks.keySet());
    }

    /// Something happens over there: the payload with which the channel will tell it.
    public synchronized String tells(ChannelEvent event) {
        var payload = "event " + next();
        events.put(payload, event);
        return payload;
    }

    synchronized ChannelEvent translate(String payload) {
        var event = events.get(payload);
        return event == null ? new ChannelEvent.Ignored("nothing that happened here") : event;
    }

    /// The next call that changes something meets this fault; several queue up.
    public synchronized void failNext(Fault fault) {
        faults.add(fault);
    }

    synchronized <T> Answer<T> change(Supplier<Answer<T>> effect) {
        return switch (faults.poll()) {
            case null -> effect.get();
            case Fault.Refused(var reason) -> Answer.notDone(reason, "ordered by the test");
            case Fault.RequestLost() -> new Answer.Unknown<>("lost, as ordered by the test");
            case Fault.AnswerLost() -> new Answer.Unknown<>("carried out, answer lost: " + effect.get());
        };
    }

    /// The next upload is refused.
    public synchronized void refuseUpload(NotDoneReason reason) {
        uploadRefusal = reason;
    }

    /// How many files were uploaded.
    public synchronized int uploads() {
        return media.size();
    }

    /// An upload harms nobody: it is done or not done, whatever happens.
    synchronized <T> Answer<T> upload(Supplier<Answer<T>> effect) {
        var refusal = uploadRefusal;
        uploadRefusal = null;
        return refusal == null ? effect.get() : Answer.notDone(refusal, "ordered by the test");
    }

    /// Some reads from now on are answered, the one after them is lost.
    public synchronized void loseReadAfter(int answered) {
        troubleReadAfter(answered, () -> new Answer.Unknown<>("lost"));
    }

    /// Some reads from now on are answered, the one after them is refused.
    public synchronized void refuseReadAfter(int answered, NotDoneReason reason, @Nullable Duration retryAfter) {
        troubleReadAfter(answered, () -> new Answer.NotDone<>(reason, "ordered by the test", retryAfter));
    }

    /// Some reads from now on are answered, the one after them ends as no adapter should.
    public synchronized void breakReadAfter(int answered) {
        troubleReadAfter(answered, () -> {
            throw new IllegalStateException("broken, as ordered by the test");
        });
    }

    private void troubleReadAfter(int answered, Supplier<Answer<?>> answer) {
        readsBeforeTrouble = answered;
        trouble = answer;
    }

    @SuppressWarnings("unchecked") // no trouble holds a value
    synchronized <T> Answer<T> read(Supplier<Answer<T>> answer) {
        return readsBeforeTrouble-- == 0 ? (Answer<T>) trouble.get() : answer.get();
    }

    Instant freshCredential() {
        if (!now().isBefore(credentialEnds)) {
            credentialEnds = now().plus(TOKEN_LIFE);
        }
        return credentialEnds;
    }

    boolean holdsCredentialWithin(Instant fence) {
        return now().isBefore(credentialEnds) && !credentialEnds.isAfter(fence);
    }

    boolean reaches(String member, String contactId) {
        return relations.containsKey(new Pair(member, contactId));
    }

    Instant now() {
        return clock.instant();
    }

    int next() {
        return ++numbers;
    }

    private MassMessages.Delivery delivery(String member, String contactId) {
        if (deletedByCustomer.contains(new Pair(member, contactId)) || !reaches(member, contactId)) {
            return MassMessages.Delivery.NOT_A_CONTACT;
        }
        return overCap.contains(contactId) ? MassMessages.Delivery.OVER_CAP : MassMessages.Delivery.DELIVERED;
    }
}
