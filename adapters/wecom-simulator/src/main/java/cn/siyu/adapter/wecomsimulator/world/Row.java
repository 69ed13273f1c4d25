package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One piece of a corp's state as the journal keeps it. A row replaces the earlier row with the same key, so
/// that a journal and its compacted form read alike. Times are seconds since 1970 on the corp's clock unless
/// a name says otherwise.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CorpRow.class, name = "corp"),
    @JsonSubTypes.Type(value = ClockRow.class, name = "clock"),
    @JsonSubTypes.Type(value = AppRow.class, name = "app"),
    @JsonSubTypes.Type(value = DepartmentRow.class, name = "dep"),
    @JsonSubTypes.Type(value = StaffRow.class, name = "staff"),
    @JsonSubTypes.Type(value = TokenRow.class, name = "tok"),
    @JsonSubTypes.Type(value = CustomerRow.class, name = "cus"),
    @JsonSubTypes.Type(value = RelationRow.class, name = "rel"),
    @JsonSubTypes.Type(value = RelationRow.Gone.class, name = "rel-"),
    @JsonSubTypes.Type(value = TagGroupRow.class, name = "grp"),
    @JsonSubTypes.Type(value = TagGroupRow.Gone.class, name = "grp-"),
    @JsonSubTypes.Type(value = TagRow.class, name = "tag"),
    @JsonSubTypes.Type(value = TagRow.Gone.class, name = "tag-"),
    @JsonSubTypes.Type(value = WayRow.class, name = "way"),
    @JsonSubTypes.Type(value = WayRow.Gone.class, name = "way-"),
    @JsonSubTypes.Type(value = WelcomeCodeRow.class, name = "code"),
    @JsonSubTypes.Type(value = WelcomeCodeRow.Spent.class, name = "code-"),
    @JsonSubTypes.Type(value = WelcomeSent.class, name = "hello"),
    @JsonSubTypes.Type(value = MessageRow.class, name = "msg"),
    @JsonSubTypes.Type(value = MessageRow.Control.class, name = "msgc"),
    @JsonSubTypes.Type(value = TaskSent.class, name = "sent"),
    @JsonSubTypes.Type(value = EventRow.class, name = "ev"),
    @JsonSubTypes.Type(value = EventRow.Done.class, name = "ev-"),
    @JsonSubTypes.Type(value = PostRow.class, name = "post"),
    @JsonSubTypes.Type(value = PostRow.Done.class, name = "post-"),
    @JsonSubTypes.Type(value = BehaviourRow.class, name = "plan"),
    @JsonSubTypes.Type(value = ArrivalsRow.class, name = "arr"),
})
public sealed interface Row
        permits CorpRow,
                ClockRow,
                AppRow,
                DepartmentRow,
                StaffRow,
                TokenRow,
                CustomerRow,
                RelationRow,
                RelationRow.Gone,
                TagGroupRow,
                TagGroupRow.Gone,
                TagRow,
                TagRow.Gone,
                WayRow,
                WayRow.Gone,
                WelcomeCodeRow,
                WelcomeCodeRow.Spent,
                LedgerRow,
                MessageRow,
                MessageRow.Control,
                EventRow,
                EventRow.Done,
                PostRow,
                PostRow.Done,
                BehaviourRow,
                ArrivalsRow {}
