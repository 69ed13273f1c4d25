package cn.siyu.application.continuity;

import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.MoveSends;
import cn.siyu.application.customer.HandOverRelationships;
import cn.siyu.application.customer.HandOverRelationships.Handed;
import cn.siyu.application.sop.MoveEnrolments;
import cn.siyu.application.task.MoveTasks;
import cn.siyu.application.trust.CarryTrustOfMany;
import cn.siyu.application.trust.CarryTrustOfMany.Carried;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.trust.policy.CarryReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws here what follows from customers having changed hands there (接替生效): the new
/// relationship is there, enrolments, messages and tasks go on with whoever took over, the old
/// relationship has ended by transfer and is nobody's loss, and social trust counts in the new one
/// at its share. Brand trust, orders and history are the customer's and need nothing. Inside the
/// caller's transaction; said again nothing changes.
public final class TakeOver {
    private final HandOverRelationships relationships;
    private final MoveEnrolments enrolments;
    private final MoveSends sends;
    private final MoveTasks tasks;
    private final CarryTrustOfMany trust;
    private final ChannelAccounts accounts;

    public TakeOver(
            HandOverRelationships relationships,
            MoveEnrolments enrolments,
            MoveSends sends,
            MoveTasks tasks,
            CarryTrustOfMany trust,
            ChannelAccounts accounts) {
        this.relationships = relationships;
        this.enrolments = enrolments;
        this.sends = sends;
        this.tasks = tasks;
        this.trust = trust;
        this.accounts = accounts;
    }

    /// A customer who was taken over.
    ///
    /// @param at when, by the channel's clock
    record Taken(Transfer transfer, Instant at) {
        Transfer.OfCustomer customer() {
            return (Transfer.OfCustomer) transfer.subject();
        }

        Handed handed() {
            var one = customer();
            return new Handed(one.customer(), one.identity(), transfer.from(), transfer.taker(), at);
        }
    }

    /// Draws what follows.
    ///
    /// @param taken all of customers, each once
    /// @return the transfers as they are now, not written down
    List<Transfer> take(BrandId brand, Inheritance.Kind kind, List<Taken> taken, Instant now) {
        if (taken.isEmpty()) {
            return List.of();
        }
        var handed = new LinkedHashMap<Taken, Handed>();
        taken.forEach(one -> handed.put(one, one.handed()));
        var begun = relationships.begin(brand, handed.values(), now);
        var became = new LinkedHashMap<Taken, RelationshipId>();
        handed.forEach((one, hand) -> {
            var relationship = begun.get(hand);
            if (relationship != null) {
                became.put(one, relationship);
            }
        });
        move(brand, became, now);
        relationships.end(brand, handed.values(), now);
        carry(brand, kind, became);
        var after = new ArrayList<Transfer>();
        taken.forEach(one -> after.add(one.transfer().taken(became.get(one), one.at(), now)));
        return after;
    }

    private void move(BrandId brand, Map<Taken, RelationshipId> became, Instant now) {
        if (became.isEmpty()) {
            return;
        }
        var customers = new LinkedHashSet<CustomerId>();
        var staff = accounts
                .findAll(
                        brand,
                        became.keySet().stream()
                                .map(one -> one.transfer().taker())
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(ChannelAccount::id, ChannelAccount::staff));
        var ofEnrolments = new LinkedHashMap<RelationshipId, RelationshipId>();
        var ofSends = new LinkedHashMap<RelationshipId, MoveSends.Target>();
        var ofTasks = new LinkedHashMap<RelationshipId, MoveTasks.Target>();
        became.forEach((one, relationship) -> {
            var old = one.customer().relationship();
            ChannelAccountId account = one.transfer().taker();
            customers.add(one.customer().customer());
            ofEnrolments.put(old, relationship);
            ofSends.put(old, new MoveSends.Target(relationship, account));
            var holder = staff.get(account);
            if (holder != null) {
                ofTasks.put(old, new MoveTasks.Target(relationship, account, holder));
            }
        });
        enrolments.move(brand, customers, ofEnrolments);
        sends.move(brand, customers, ofSends, now);
        tasks.move(brand, customers, ofTasks, now);
    }

    private void carry(BrandId brand, Inheritance.Kind kind, Map<Taken, RelationshipId> became) {
        var carried = new ArrayList<Carried>();
        became.forEach((one, relationship) -> {
            var old = one.customer().relationship();
            if (!old.equals(relationship)) {
                carried.add(new Carried(one.customer().customer(), old, relationship, one.at()));
            }
        });
        trust.carry(
                brand,
                carried,
                switch (kind) {
                    case ON_THE_JOB -> CarryReason.INHERITED_ON_JOB;
                    case AFTER_LEAVING -> CarryReason.INHERITED_AFTER_LEAVING;
                });
    }
}
