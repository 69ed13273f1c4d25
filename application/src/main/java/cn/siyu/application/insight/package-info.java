/// Facts from outside and what came of contacts: [RecordInteractions], [RecordOrders] and
/// [RecordRefunds] take facts in and let trust, stages, goals and attribution follow; reports add
/// them up.
///
/// Nothing here decides about contacts.
@NullMarked
package cn.siyu.application.insight;

import org.jspecify.annotations.NullMarked;
