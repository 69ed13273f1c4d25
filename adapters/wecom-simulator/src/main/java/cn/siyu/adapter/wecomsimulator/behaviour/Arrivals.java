package cn.siyu.adapter.wecomsimulator.behaviour;

import cn.siyu.adapter.wecomsimulator.behaviour.Play.Done;
import cn.siyu.adapter.wecomsimulator.behaviour.Visits.Seen;
import cn.siyu.adapter.wecomsimulator.people.Encounters;
import cn.siyu.adapter.wecomsimulator.world.ArrivalsRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Planned customers come, one after the other: each visits a link and adds the member whose code
/// it is shown.
final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final int TRIES = 3;
    private static final List<String> NAMES = List.of("晨", "小雨", "阿杰", "糖糖", "老周", "木子", "Lily", "一一", "大橙", "北北");
    private final Plans plans;
    private final Visits visits;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    Arrivals(Plans plans, Visits visits) {
        this.plans = plans;
        this.visits = visits;
    }

    OptionalLong next(Corp corp) {
        var times = plans.arrivalsOf(corp);
        var done = corp.agenda().arrivals();
        return done < times.size() ? OptionalLong.of(times.get(done)) : OptionalLong.empty();
    }

    Done arrive(Corp corp) {
        var plan = plans.of(corp);
        var index = corp.locked(() -> corp.agenda().arrivals());
        var arrivals = plan.arrivals();
        if (arrivals == null || plan.product() == null) {
            return goneAway(corp, index);
        }
        var dice = new Dice(plan.seed());
        var link = link(arrivals.links(), dice.unit(index, "link", 0));
        return switch (visits.visit(plan.product(), link.code())) {
            case Seen.Code(var qrCode) -> {
                var addRate = arrivals.addRate() == null ? 1 : arrivals.addRate();
                yield dice.happens(addRate, index, "add", 0) ? adds(corp, dice, index, qrCode) : goneAway(corp, index);
            }
            case Seen.Nothing() -> goneAway(corp, index);
            case Seen.Closed() -> Done.HELD_UP;
            case Seen.Failed() -> triesAgain(corp, index);
        };
    }

    private Done triesAgain(Corp corp, int index) {
        if (failures.merge(corp.corpId(), 1, Integer::sum) < TRIES) {
            return Done.HELD_UP;
        }
        LOG.warn("visitor {} of {} went away after {} failures", index, corp.corpId(), TRIES);
        return goneAway(corp, index);
    }

    private Done goneAway(Corp corp, int index) {
        failures.remove(corp.corpId());
        corp.locked(() -> corp.put(new ArrivalsRow(index + 1)));
        return Done.HAPPENED;
    }

    private Done adds(Corp corp, Dice dice, int index, String qrCode) {
        corp.locked(() -> {
            var way = corp.ways().byCode(qrCode);
            if (way.isPresent()) {
                var name = NAMES.get(dice.below(NAMES.size(), index, "name", 0)) + index;
                var customer = Encounters.born(corp, name, dice.below(3, index, "gender", 0));
                Encounters.scans(corp, customer, way.get());
            } else {
                LOG.warn("a visitor of {} was shown {}, which is no contact way's code", corp.corpId(), qrCode);
            }
        });
        return goneAway(corp, index);
    }

    private static BehaviourPlan.Link link(List<BehaviourPlan.Link> links, double point) {
        var total = links.stream().mapToDouble(BehaviourPlan.Link::weight).sum();
        var left = point * total;
        for (var link : links) {
            left -= link.weight();
            if (left < 0) {
                return link;
            }
        }
        return links.getLast();
    }
}
