package cn.siyu.adapter.wecomsimulator.world;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One corp (企业) of the simulated world. All access happens inside [#locked]; every change is a
/// [Row] handed to [#put], which writes it to the journal and applies it. When `locked` returns,
/// the changes have left the process.
public final class Corp {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final CorpClock clock;
    private final Ids ids;
    private final Directory directory = new Directory();
    private final Contacts contacts = new Contacts();
    private final TransferBook transfers = new TransferBook();
    private final LinkBook links = new LinkBook();
    private final RequestBook requests = new RequestBook();
    private final StrategyBook strategies = new StrategyBook();
    private final StrategyBook momentStrategies = new StrategyBook();
    private final TempChatBook tempChats = new TempChatBook();
    private final ActivityBook activity = new ActivityBook();
    private final TagBook tags = new TagBook();
    private final WayBook ways = new WayBook();
    private final JoinWayBook joinWays = new JoinWayBook();
    private final GroupWelcomeBook groupWelcomes = new GroupWelcomeBook();
    private final ChatBook chats;
    private final MessageBook messages = new MessageBook();
    private final MediaBook media;
    private final StaffDesk desk = new StaffDesk();
    private final RuleBook rules = new RuleBook();
    private final MomentBook moments = new MomentBook();
    private final Agenda agenda = new Agenda();
    private final Outbox outbox = new Outbox();
    private final FrequencyLimits frequency = new FrequencyLimits();
    private volatile PlatformLimits limits = PlatformLimits.PUBLISHED;
    private volatile CorpRow row;
    private Journal journal = Journal.NONE;
    private Reactions reactions = Reactions.NONE;

    Corp(CorpRow row, InstantSource machine, MediaFiles files) {
        this.media = new MediaBook(files);
        this.row = row;
        this.limits = PlatformLimits.PUBLISHED.with(row.overrides());
        this.clock = new CorpClock(machine);
        this.ids = new Ids(row.corpId());
        this.chats = new ChatBook(clock::now, () -> limits.groupDetailLagSeconds());
    }

    /// Does some work with the corp to itself and makes its changes durable.
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            if (lock.getHoldCount() == 1 && journal.isOvergrown()) {
                journal = journal.rewritten(rows());
            }
            journal.flush();
            lock.unlock();
        }
    }

    public void locked(Runnable work) {
        locked(() -> {
            work.run();
            return this;
        });
    }

    /// Does work that talks to the outside: one at a time per corp, and in order. Must not be
    /// called inside [#locked].
    public <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /// Records a change and applies it. Only inside [#locked].
    public void put(Row change) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a corp is changed inside locked() only");
        }
        journal.append(change);
        apply(change);
    }

    void apply(Row change) {
        switch (change) {
            case CorpRow r -> rule(r);
            case ClockRow r -> clock.apply(r);
            case AppRow r -> directory.apply(r);
            case DepartmentRow r -> directory.apply(r);
            case StaffRow r -> directory.apply(r);
            case TokenRow r -> directory.apply(r);
            case CustomerRow r -> contacts.apply(r);
            case RelationRow r -> contacts.apply(r);
            case RelationRow.Gone r -> contacts.apply(r);
            case TransferRow r -> transfers.apply(r);
            case TransferNotice r -> messages.apply(r);
            case MomentStrategyRow r -> momentStrategies.apply(r.strategy());
            case MomentStrategyRow.Gone r -> momentStrategies.apply(new StrategyRow.Gone(r.id()));
            case StrategyRow r -> strategies.apply(r);
            case StrategyRow.Gone r -> strategies.apply(r);
            case ConclusionSent r -> messages.apply(r);
            case TempChatRow r -> tempChats.apply(r);
            case ConsentRow r -> activity.apply(r);
            case StaffDayRow r -> activity.apply(r);
            case TalkRow r -> activity.apply(r);
            case LinkRow r -> links.apply(r);
            case LinkRow.Gone r -> links.apply(r);
            case LinkCustomerRow r -> links.apply(r);
            case LinkDayRow r -> links.apply(r);
            case ChatKeyRow r -> links.apply(r);
            case ChatKeyRow.Spent r -> links.apply(r);
            case AcquisitionRow r -> links.apply(r);
            case RequestRow r -> requests.apply(r);
            case RequestRow.Done r -> requests.apply(r);
            case TagGroupRow r -> tags.apply(r);
            case TagRow r -> tags.apply(r);
            case TagGroupRow.Gone r -> forget(r);
            case TagRow.Gone r -> forget(r);
            case WayRow r -> ways.apply(r);
            case WayRow.Gone r -> ways.apply(r);
            case JoinWayRow r -> joinWays.apply(r);
            case JoinWayRow.Gone r -> joinWays.apply(r);
            case GroupWelcomeRow r -> groupWelcomes.apply(r);
            case GroupWelcomeRow.Gone r -> forget(r);
            case GroupWelcomed r -> messages.apply(r);
            case ChatRow r -> chats.apply(r);
            case ChatMemberRow r -> chats.apply(r);
            case ChatMemberRow.Gone r -> chats.apply(r);
            case ChatDayRow r -> chats.apply(r);
            case WelcomeCodeRow r -> messages.apply(r);
            case WelcomeCodeRow.Spent r -> messages.apply(r);
            case WelcomeSent r -> messages.apply(r);
            case MessageRow r -> messages.apply(r);
            case MessageRow.Control r -> messages.apply(r);
            case TaskSent r -> messages.apply(r, chats, contacts);
            case StaffMessageRow r -> desk.apply(r);
            case StaffMessageRow.Recalled r -> desk.apply(r);
            case LoginCodeRow r -> desk.apply(r);
            case LoginCodeRow.Spent r -> desk.apply(r);
            case TicketRow r -> desk.apply(r);
            case InterceptRuleRow r -> rules.apply(r);
            case InterceptRuleRow.Gone r -> rules.apply(r);
            case InterceptRuleRow.Hit r -> rules.apply(r);
            case AlbumRow r -> rules.apply(r);
            case AlbumRow.Gone r -> rules.apply(r);
            case WelcomeCodeRow.Used r -> messages.apply(r);
            case MomentJobRow r -> moments.apply(r);
            case MomentJobRow.Done r -> moments.apply(r);
            case MomentRow r -> moments.apply(r);
            case MomentRow.Cancelled r -> moments.apply(r);
            case MomentRow.Published r -> moments.apply(r);
            case MomentRow.Reaction r -> moments.apply(r);
            case MomentRow.Switch r -> moments.apply(r);
            case MediaRow r -> media.apply(r);
            case PictureRow r -> media.apply(r);
            case EventRow r -> agenda.apply(r);
            case EventRow.Done r -> agenda.apply(r);
            case PostRow r -> outbox.apply(r);
            case PostRow.Done r -> outbox.apply(r);
            case PostRow.Held r -> outbox.apply(r);
            case PostRow.Released r -> outbox.apply(r);
            case BehaviourRow r -> agenda.apply(r);
            case ArrivalsRow r -> agenda.apply(r);
        }
    }

    /// Everything that is true now, as rows that make it true again.
    Stream<Row> rows() {
        return Stream.of(
                        Stream.of(row, clock.setting()),
                        directory.rows(),
                        tags.rows(),
                        contacts.rows(),
                        transfers.rows(),
                        links.rows(),
                        requests.rows(),
                        strategies.rows(),
                        momentStrategies.rows().map(MomentStrategyRow::of),
                        tempChats.rows(),
                        activity.rows(),
                        ways.rows(),
                        chats.rows(),
                        groupWelcomes.rows(),
                        joinWays.rows(),
                        messages.rows(),
                        media.rows(),
                        moments.rows(),
                        rules.rows(),
                        desk.rows(),
                        agenda.rows(),
                        outbox.rows())
                .flatMap(rows -> rows);
    }

    /// The rows of this moment, in the order in which they make the corp again.
    public List<Row> snapshot() {
        return locked(() -> rows().toList());
    }

    void writeTo(Journal other) {
        journal = other;
    }

    /// Ends the corp in this process, and what lies beside its journal too if it was removed.
    void close(boolean removed) {
        locked(() -> {
            journal.close();
            journal = Journal.NONE;
            media.end(removed);
        });
    }

    private void rule(CorpRow changed) {
        limits = PlatformLimits.PUBLISHED.with(changed.overrides());
        row = changed;
    }

    private void forget(TagGroupRow.Gone gone) {
        contacts.forgetTags(tags.tagsOf(gone.id()).stream().map(TagRow::id).collect(Collectors.toSet()));
        tags.apply(gone);
    }

    private void forget(TagRow.Gone gone) {
        contacts.forgetTags(Set.of(gone.id()));
        tags.apply(gone);
    }

    private void forget(GroupWelcomeRow.Gone gone) {
        chats.forgetWelcome(gone.templateId());
        groupWelcomes.apply(gone);
    }

    public CorpRow row() {
        return row;
    }

    public String corpId() {
        return row.corpId();
    }

    /// Whether the platform's limits are enforced here.
    public boolean limited() {
        return row.limits() && !row.lenient();
    }

    /// The platform's limits as they are for this corp.
    public PlatformLimits limits() {
        return limits;
    }

    /// Whether calls are answered here that the platform would refuse.
    public boolean lenient() {
        return row.lenient();
    }

    public CorpClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Directory directory() {
        return directory;
    }

    public Contacts contacts() {
        return contacts;
    }

    /// Acquisition links, and who came by them.
    public LinkBook links() {
        return links;
    }

    /// Temporary chats.
    public TempChatBook tempChats() {
        return tempChats;
    }

    /// What members did, day by day.
    public ActivityBook activity() {
        return activity;
    }

    /// Strategies for moments.
    public StrategyBook momentStrategies() {
        return momentStrategies;
    }

    /// Customer strategies.
    public StrategyBook strategies() {
        return strategies;
    }

    /// Requests to become contacts that nobody has answered.
    public RequestBook requests() {
        return requests;
    }

    /// Customers going from one member to another.
    public TransferBook transfers() {
        return transfers;
    }

    public TagBook tags() {
        return tags;
    }

    public WayBook ways() {
        return ways;
    }

    /// How customers join groups.
    public JoinWayBook joinWays() {
        return joinWays;
    }

    /// What groups can greet newcomers with.
    public GroupWelcomeBook groupWelcomes() {
        return groupWelcomes;
    }

    /// The customer groups.
    public ChatBook chats() {
        return chats;
    }

    public MessageBook messages() {
        return messages;
    }

    public StaffDesk desk() {
        return desk;
    }

    public RuleBook rules() {
        return rules;
    }

    public MomentBook moments() {
        return moments;
    }

    public MediaBook media() {
        return media;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Outbox outbox() {
        return outbox;
    }

    public FrequencyLimits frequency() {
        return frequency;
    }

    public Reactions reactions() {
        return reactions;
    }

    /// Gives the corp's people their habits.
    public void reactBy(Reactions other) {
        reactions = other;
    }
}
