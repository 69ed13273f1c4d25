package cn.siyu.adapter.wecomsimulator.world;

/// A temporary chat (临时会话): a customer has used a temporary contact way, and the two can write
/// to each other until it ends.
///
/// @param customer the customer's number
/// @param over whether it has ended
public record TempChatRow(int customer, String userid, String configId, long endsAt, boolean over) implements Row {
    public TempChatRow ended() {
        return new TempChatRow(customer, userid, configId, endsAt, true);
    }
}
