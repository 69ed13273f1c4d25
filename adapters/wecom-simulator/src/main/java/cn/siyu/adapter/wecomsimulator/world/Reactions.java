package cn.siyu.adapter.wecomsimulator.world;

/// How the people of a corp answer to what happens to them. Called with the corp's lock held; what
/// they will do later goes into the agenda.
public interface Reactions {
    /// People who do nothing by themselves.
    Reactions NONE = new Reactions() {};

    /// A customer has added a member.
    default void added(Corp corp, RelationRow relation) {}

    /// A customer was greeted.
    default void welcomed(Corp corp, WelcomeSent welcome) {}

    /// Members have been given the task to send a mass message.
    default void asked(Corp corp, MessageRow message) {}

    /// The members who have not sent were reminded.
    default void reminded(Corp corp, MessageRow message, int times) {}

    /// Members have been given the task to publish a moment.
    default void momentAsked(Corp corp, MomentRow moment) {}

    /// A member has published a moment.
    default void momentPublished(Corp corp, MomentRow moment, MomentRow.Published published) {}

    /// A member's mass message reached its customers, or some of them.
    default void sent(Corp corp, MessageRow message, TaskSent task) {}
}
