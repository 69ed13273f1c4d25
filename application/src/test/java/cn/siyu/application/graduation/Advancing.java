package cn.siyu.application.graduation;

import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.TestPolicies;
import cn.siyu.application.contact.port.InMemoryContactLedgers;
import cn.siyu.application.contact.port.InMemoryRecipientQuotas;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolmentWitness;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.task.CancelHandWork;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.InMemoryHandBatches;
import cn.siyu.application.trust.CarryTrust;
import cn.siyu.application.trust.TestTrustPolicy;
import cn.siyu.application.trust.TrustUseCases;
import java.util.List;

/// How candidates of [GraduationWorld] get on: the use case with all that it leads on to.
record Advancing(GraduationWorld world) {
    AdvanceCandidates advance() {
        var channel = new InMemoryChannel("main", "demo", new InMemoryFarSide(world::now));
        var paces = new AccountPaces(world.hands.standings, world.policies);
        var handTasks = new HandTasks(
                world.hands.tasks,
                new InMemoryHandBatches(world.hands.world.store),
                world.hands.accounts,
                world.policies,
                List.of(),
                world.hands.world.ids);
        var planner = new SendPlanner(
                world.hands.reachability,
                new Ledgers(
                        new InMemoryContactLedgers(world.hands.world.store),
                        new InMemoryRecipientQuotas(world.hands.world.store),
                        Persons.ALONE),
                new Rules((_, _, _) -> TestPolicies.SHIPPED.governor(), new Channels(List.of(channel))),
                new Hello(),
                world.batches,
                new SendPlanner.ByHand(world.hands.accounts, paces, handTasks),
                world.hands.world.ids);
        var invite = new InviteCandidates(
                new PlanSends(planner, world.sends, world.hands.world.clock, world.hands.world.ids),
                handTasks,
                world.hands.tasks,
                world.hands.accounts,
                paces,
                world.hands.room,
                world.hands.reachability,
                world.hands.world.identities,
                Persons.ALONE);
        var follow = new FollowCandidates(
                world.hands.world.relationships,
                Persons.ALONE,
                TrustUseCases.read(world.trust),
                new CarryTrust(
                        TrustUseCases.record(world.trust),
                        world.ledger,
                        (_, _) -> TestTrustPolicy.POLICY,
                        Persons.ALONE,
                        world.hands.world.clock),
                new StopEnrolments(
                        world.enrolments,
                        new Definitions(world.versions),
                        EnrolmentWitness.of(List.of()),
                        Persons.ALONE,
                        world.hands.world.store,
                        world.hands.world.clock),
                world.enrol(),
                world.hands.reachability,
                new CancelHandWork(world.hands.tasks, TaskWitness.NOBODY));
        return new AdvanceCandidates(world.candidates, world.programs, invite, follow, world.work);
    }
}
