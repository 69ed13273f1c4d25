package cn.siyu.adapter.wecomsimulator.world;

/// The last day on which a customer and a member wrote to each other.
///
/// @param customer the customer's number
/// @param day a day as [CorpClock#day] counts it
/// @param askedAt when the customer wrote first on that day; 0 when the member did
/// @param memberWrote whether the member has written on that day
public record TalkRow(int customer, String userid, int day, long askedAt, boolean memberWrote) implements Row {}
