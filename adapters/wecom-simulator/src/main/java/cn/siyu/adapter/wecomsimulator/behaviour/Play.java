package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;
import java.util.OptionalLong;

/// What happens by itself in a corp, beyond the events in its agenda.
interface Play {
    /// What became of an event.
    enum Done {
        /// It happened, or never will.
        HAPPENED,
        /// The product could not be reached; it stays due.
        HELD_UP
    }

    /// When the next planned arrival is due.
    OptionalLong nextArrival(Corp corp);

    /// Lets the next planned customer arrive. In the corp's turn, without its lock.
    Done arrive(Corp corp);

    /// Lets an event of the agenda happen. In the corp's turn, without its lock.
    Done perform(Corp corp, EventRow event);
}
