package cn.siyu.adapter.wecomsimulator.people;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MomentRow;
import cn.siyu.adapter.wecomsimulator.world.RelationRow;
import cn.siyu.adapter.wecomsimulator.world.StaffRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What members and customers do with moments (客户朋友圈) in their clients. The platform tells no
/// app of it.
public final class Moments {
    private Moments() {}

    /// A member publishes its part of a corp's moment. Nothing happens before it was dispatched,
    /// after it was cancelled, without a part in it, by whom a strategy does not let, or a second
    /// time.
    public static Optional<MomentRow.Published> publish(Corp corp, MomentRow moment, String userid) {
        var book = corp.moments();
        var task = moment.taskOf(userid);
        if (task.isEmpty()
                || corp.clock().now() < moment.dispatchedAt()
                || book.isCancelled(moment.momentId())
                || book.published(moment.momentId(), userid).isPresent()
                || !mayPublish(corp, userid)) {
            return Optional.empty();
        }
        var visible = chosen(corp, moment, task.get())
                .filter(customer -> canSee(corp, moment, customer, userid))
                .toArray();
        var published =
                new MomentRow.Published(moment.momentId(), userid, corp.clock().now(), visible);
        corp.put(published);
        corp.reactions().momentPublished(corp, moment, published);
        return Optional.of(published);
    }

    /// The customers that a member's part is meant for, by number.
    public static IntStream chosen(Corp corp, MomentRow moment, MomentRow.Task task) {
        return moment.open()
                ? corp.contacts().customersOf(task.userid()).keySet().stream().mapToInt(Integer::intValue)
                : Arrays.stream(task.customers());
    }

    /// A member posts a moment of its own, for all its customers or for those who carry one of
    /// these tags.
    public static MomentRow post(
            Corp corp, StaffRow member, String text, JsonNode attachments, Set<String> tags, @Nullable JsonNode place) {
        var customers = corp.contacts().customersOf(member.userid()).values().stream()
                .filter(relation -> relation.tags().stream().anyMatch(tags::contains))
                .mapToInt(RelationRow::customer)
                .toArray();
        var now = corp.clock().now();
        var sequence = corp.moments().nextSequence();
        var moment = new MomentRow(
                corp.ids()
                        .moment(
                                now + "|" + member.userid() + "|" + sequence,
                                taken -> corp.moments().moment(taken).isPresent()),
                sequence,
                now,
                member.userid(),
                tags.isEmpty(),
                text,
                attachments,
                place,
                now,
                List.of(new MomentRow.Task(member.userid(), customers)));
        corp.put(moment);
        publish(corp, moment, member.userid());
        return moment;
    }

    /// Somebody who can see what a member published likes or comments on it; a second like changes
    /// nothing.
    /// @param customer by number, -1 for the member itself
    /// @return whether it could be done
    public static boolean react(Corp corp, MomentRow moment, String userid, boolean comment, int customer) {
        var published = corp.moments().published(moment.momentId(), userid);
        if (published.isEmpty() || (customer >= 0 && !sees(published.get(), customer))) {
            return false;
        }
        var already = corp.moments().reactions(moment.momentId(), userid).stream()
                .anyMatch(other -> !other.comment() && other.customer() == customer);
        if (!comment && already) {
            return false;
        }
        var now = corp.clock().now();
        corp.put(new MomentRow.Reaction(moment.momentId(), userid, comment, customer, now));
        return true;
    }

    /// Whether every strategy for moments that is about a member lets it publish.
    private static boolean mayPublish(Corp corp, String userid) {
        var book = corp.momentStrategies();
        return book.inOrder().values().stream()
                .filter(row -> row.users().contains(userid)
                        || corp.directory().membersOf(row.parties()).stream()
                                .anyMatch(member -> member.userid().equals(userid)))
                .allMatch(row -> book.allows(row.id(), "send_moment"));
    }

    private static boolean sees(MomentRow.Published published, int customer) {
        return Arrays.stream(published.visible()).anyMatch(other -> other == customer);
    }

    /// A friend, WeChat or not, who has not been shown as many already as the platform shows.
    private static boolean canSee(Corp corp, MomentRow moment, int customer, String userid) {
        var limits = corp.limits().moments();
        var most = moment.personal() ? limits.personalShownPerDay() : limits.shownPerMonth();
        var shown =
                corp.moments().shown(moment.personal(), customer, corp.clock().now());
        return corp.contacts()
                        .relation(customer, userid)
                        .filter(relation -> !relation.oneSided())
                        .isPresent()
                && (!corp.limited() || shown < most);
    }
}
