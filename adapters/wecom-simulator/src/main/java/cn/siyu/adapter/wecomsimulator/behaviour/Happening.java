package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.behaviour.BehaviourPlan.CustomerHabits;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import java.util.function.ToDoubleFunction;

/// The kinds of events in the agenda.
enum Happening {
    /// A member sends its part of a mass message.
    CONFIRM,
    /// A customer answers the welcome message.
    WELCOME_REPLY,
    /// A customer answers a mass message.
    MESSAGE_REPLY,
    /// A customer opens what a mass message links to.
    MESSAGE_CLICK,
    /// A customer claims a coupon after a mass message.
    MESSAGE_COUPON,
    /// A customer buys after a mass message.
    MESSAGE_BUY,
    /// A customer has enough after a mass message and deletes the member.
    MESSAGE_DELETE,
    /// The platform works off a job that makes a moment; the reference is its jobid.
    MOMENT_JOB,
    /// A member publishes a moment.
    MOMENT_PUBLISH,
    /// A customer likes a moment.
    MOMENT_LIKE,
    /// A customer comments on a moment.
    MOMENT_COMMENT,
    /// A customer writes without a cause.
    REPLY(CustomerHabits::repliesPerWeek),
    /// A customer visits a store or the mini program without a cause.
    VISIT(CustomerHabits::visitsPerWeek),
    /// A customer buys without a cause.
    BUY(CustomerHabits::ordersPerWeek),
    /// A customer deletes the member without a cause.
    LEAVE,
    /// A customer gives a purchase back; the reference is the order's number.
    REFUND,
    /// A customer goes over to another member, 24 h after that was asked for; the number is the
    /// transfer's.
    TRANSFER,
    /// Uses of acquisition links end in so many days as the number says; the reference is when.
    QUOTA,
    /// A temporary chat ends; the reference is the contact way it began with.
    TEMP_CHAT,
    /// A leaver's customer group gets its new owner; the reference is the group.
    GROUP_INHERITED,
    /// A member answers what a customer wrote.
    ANSWER,
    /// The member edits a new customer's remark.
    NOTE;

    @SuppressWarnings("ImmutableEnumChecker") // holds method references only
    private final ToDoubleFunction<CustomerHabits> perWeek;

    Happening() {
        this(_ -> 0);
    }

    Happening(ToDoubleFunction<CustomerHabits> perWeek) {
        this.perWeek = perWeek;
    }

    /// How often a customer of usual warmth does this in a week without a cause; 0 for what does
    /// not repeat.
    double perWeek(CustomerHabits habits) {
        return perWeek.applyAsDouble(habits);
    }

    /// This, concerning a relation.
    EventRow at(long time, RelationRow relation, int n, String reference) {
        return EventRow.of(time, name(), relation.customer(), relation.userid(), n, reference);
    }
}
