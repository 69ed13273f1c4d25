package cn.siyu.adapter.wecomsimulator.world;

/// A customer has agreed that its chat with a member is archived (会话存档).
///
/// @param customer the customer's number
public record ConsentRow(int customer, String userid) implements Row {}
