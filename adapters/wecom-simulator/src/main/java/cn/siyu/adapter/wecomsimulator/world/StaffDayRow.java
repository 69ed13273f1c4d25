package cn.siyu.adapter.wecomsimulator.world;

/// What a member did with customers in a day (联系客户统计).
///
/// @param day a day as [CorpClock#day] counts it
/// @param chats customers to whom the member wrote
/// @param messages how many messages it wrote to them
/// @param asked customers who wrote first
/// @param replied those of them who got an answer on the same day
/// @param replySeconds how long those waited for it, all together
/// @param negative customers who deleted the member
/// @param applied requests to customers
/// @param added customers who became contacts
public record StaffDayRow(
        String userid,
        int day,
        int chats,
        int messages,
        int asked,
        int replied,
        long replySeconds,
        int negative,
        int applied,
        int added)
        implements Row {

    public static StaffDayRow empty(String userid, int day) {
        return new StaffDayRow(userid, day, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// Both together; the userid and day are this one's.
    public StaffDayRow plus(StaffDayRow more) {
        return new StaffDayRow(
                userid,
                day,
                chats + more.chats,
                messages + more.messages,
                asked + more.asked,
                replied + more.replied,
                replySeconds + more.replySeconds,
                negative + more.negative,
                applied + more.applied,
                added + more.added);
    }
}
