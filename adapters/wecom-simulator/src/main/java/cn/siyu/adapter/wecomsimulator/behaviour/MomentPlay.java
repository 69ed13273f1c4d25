package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.people.MomentDispatch;
import cn.siyu.adapter.wecomsimulator.people.Moments;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.EventRow;

/// What happens to moments by itself: jobs are worked off, members publish, customers answer.
final class MomentPlay {
    private MomentPlay() {}

    static void happen(Corp corp, EventRow event, Happening kind) {
        if (kind == Happening.MOMENT_JOB) {
            MomentDispatch.work(corp, event.reference());
            return;
        }
        corp.moments().moment(event.reference()).ifPresent(moment -> {
            if (kind == Happening.MOMENT_PUBLISH) {
                Moments.publish(corp, moment, event.userid());
            } else {
                var comment = kind == Happening.MOMENT_COMMENT;
                Moments.react(corp, moment, event.userid(), comment, event.customer());
            }
        });
    }
}
