package cn.siyu.adapter.wecomsimulator.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A corp's temporary chats, one for each temporary contact way that was used.
public final class TempChatBook {
    private final Map<String, TempChatRow> byWay = new LinkedHashMap<>();

    void apply(TempChatRow row) {
        byWay.put(row.configId(), row);
    }

    Stream<Row> rows() {
        return byWay.values().stream().map(Row.class::cast);
    }

    /// The chat that began with a temporary contact way.
    public Optional<TempChatRow> ofWay(String configId) {
        return Optional.ofNullable(byWay.get(configId));
    }

    /// The temporary chat of two that is still going on.
    public Optional<TempChatRow> live(int customer, String userid) {
        return byWay.values().stream()
                .filter(chat -> !chat.over() && chat.customer() == customer)
                .filter(chat -> chat.userid().equals(userid))
                .findFirst();
    }
}
