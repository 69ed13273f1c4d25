package cn.siyu.adapter.wecomsimulator.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A corp's customer groups with their members and their history by days.
public final class ChatBook {
    private final Map<String, Chat> byId = new HashMap<>();
    private final Map<String, Chat> byOpengid = new HashMap<>();
    private final NavigableMap<Integer, Chat> inOrder = new TreeMap<>();
    private final ChatPast past = new ChatPast();
    private final LongSupplier clock;
    private final IntSupplier lag;

    /// @param clock the corp's time, seconds since 1970
    /// @param lag how many seconds the details of a group are behind
    ChatBook(LongSupplier clock, IntSupplier lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /// How a group looks from outside.
    ///
    /// @param members in the order of joining
    public record Look(ChatRow row, Collection<ChatMemberRow> members) {}

    /// One group. Only the first row of a chat makes it; the others change it.
    private static final class Chat {
        private ChatRow row;
        private final Map<String, ChatMemberRow> members = new LinkedHashMap<>();
        private final NavigableMap<Integer, ChatDayRow> days = new TreeMap<>();
        private final Reception received = new Reception();

        Chat(ChatRow row) {
            this.row = row;
        }

        Stream<Row> rows() {
            return Stream.of(Stream.of(row), members.values().stream(), days.values().stream())
                    .flatMap(rows -> rows);
        }
    }

    void apply(ChatRow row) {
        remember(row.chatId());
        var chat = byId.computeIfAbsent(row.chatId(), _ -> new Chat(row));
        chat.row = row;
        inOrder.put(row.sequence(), chat);
        byOpengid.put(row.opengid(), chat);
    }

    void apply(ChatMemberRow row) {
        remember(row.chatId());
        of(row.chatId()).members.put(row.member(), row);
    }

    void apply(ChatMemberRow.Gone row) {
        remember(row.chatId());
        of(row.chatId()).members.remove(row.member());
    }

    private void remember(String chatId) {
        var chat = byId.get(chatId);
        if (chat != null) {
            past.remember(chatId, () -> ChatPast.look(chat.row, chat.members), clock.getAsLong(), lag.getAsInt());
        }
    }

    /// How a group looks to a client: as it is, or as it was a little while ago.
    public Look shown(String chatId) {
        var chat = of(chatId);
        return past.at(chatId, clock.getAsLong() - lag.getAsInt(), () -> new Look(chat.row, chat.members.values()));
    }

    void apply(ChatDayRow row) {
        of(row.chatId()).days.put(row.day(), row);
    }

    /// Groups that greeted by a template that is gone greet nobody any more.
    void forgetWelcome(String templateId) {
        for (var chat : inOrder.values()) {
            var face = chat.row.face();
            if (face.welcomeTemplate().equals(templateId)) {
                chat.row = chat.row.with(face.welcomingBy(""));
            }
        }
    }

    void countReceived(String chatId, long at) {
        of(chatId).received.count(at);
    }

    Stream<Row> rows() {
        return inOrder.values().stream().flatMap(Chat::rows);
    }

    public int count() {
        return byId.size();
    }

    public int nextSequence() {
        return inOrder.isEmpty() ? 0 : inOrder.lastKey() + 1;
    }

    public Optional<ChatRow> chat(String chatId) {
        return Optional.ofNullable(byId.get(chatId)).map(chat -> chat.row);
    }

    public Optional<ChatRow> byOpengid(String opengid) {
        return Optional.ofNullable(byOpengid.get(opengid)).map(chat -> chat.row);
    }

    /// The groups by number from `from` on, oldest first, dissolved ones included.
    public Stream<ChatRow> from(int from) {
        return inOrder.tailMap(from).values().stream().map(chat -> chat.row);
    }

    /// The living groups that a member owns, oldest first.
    public List<ChatRow> ownedBy(String userid) {
        return from(0).filter(chat -> !chat.hasEnded() && chat.owner().equals(userid))
                .toList();
    }

    /// Who is in a group, in the order of joining.
    public Collection<ChatMemberRow> members(String chatId) {
        return of(chatId).members.values();
    }

    public Optional<ChatMemberRow> member(String chatId, String member) {
        return Optional.ofNullable(of(chatId).members.get(member));
    }

    /// Whether a group may receive one more mass message now.
    public boolean hasRoom(String chatId, PlatformLimits limits, long now) {
        return of(chatId).received.hasRoom(limits, now);
    }

    /// How a group stood at the end of a day; nothing before it was made.
    public Optional<ChatDayRow> standing(String chatId, int day) {
        return Optional.ofNullable(of(chatId).days.floorEntry(day)).map(Map.Entry::getValue);
    }

    /// How a group stood when something last happened.
    public ChatDayRow last(String chatId) {
        return of(chatId).days.lastEntry().getValue();
    }

    /// How a group stood at the ends of the days on which something happened, both ends included.
    public Collection<ChatDayRow> days(String chatId, int from, int to) {
        return of(chatId).days.subMap(from, true, to, true).values();
    }

    private Chat of(String chatId) {
        @Nullable Chat chat = byId.get(chatId);
        if (chat == null) {
            throw new IllegalStateException("there is no group " + chatId);
        }
        return chat;
    }
}
