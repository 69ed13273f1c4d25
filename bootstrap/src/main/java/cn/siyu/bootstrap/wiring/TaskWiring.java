package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CareForAccount;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.FollowsHolder;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.community.MomentTasks;
import cn.siyu.application.community.port.MomentPlans;
import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.HardStops;
import cn.siyu.application.contact.SendWelcome;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.intake.EndBannedAccounts;
import cn.siyu.application.intake.GreetAndEnrol;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.intake.ReportOnTask;
import cn.siyu.application.sop.EnrolByTrigger;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.task.CancelTasks;
import cn.siyu.application.task.ClaimTask;
import cn.siyu.application.task.EndTask;
import cn.siyu.application.task.ExpireTasks;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.GiveTasksToHolder;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.LeavesOut;
import cn.siyu.application.task.MakeTasks;
import cn.siyu.application.task.OrderHandWork;
import cn.siyu.application.task.PacedTasks;
import cn.siyu.application.task.PostsInSight;
import cn.siyu.application.task.ReadTasks;
import cn.siyu.application.task.ReadWorklist;
import cn.siyu.application.task.TakeBackHandWork;
import cn.siyu.application.task.TakeBackMessages;
import cn.siyu.application.task.TaskResults;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.WithdrawForbidden;
import cn.siyu.application.task.port.HandBatches;
import cn.siyu.application.task.port.ScriptChecks;
import cn.siyu.application.task.port.TaskReferences;
import cn.siyu.application.task.port.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// Work for people: what makes tasks, who may claim and end them, and what is told of them.
@Factory
final class TaskWiring {
    @Singleton
    TaskWitness taskWitness(
            ConcludeByHand conclude, ChannelAccounts accounts, AccountPaces paces, MomentPlans moments) {
        return TaskWitness.of(
                List.of(new TaskResults(conclude), new PacedTasks(accounts, paces), new MomentTasks(moments)));
    }

    @Singleton
    HandTasks handTasks(
            Tasks tasks,
            HandBatches batches,
            ChannelAccounts accounts,
            PoliciesInForce policies,
            List<ChannelAdapter> channels,
            IdSource ids) {
        return new HandTasks(tasks, batches, accounts, policies, channels, ids);
    }

    @Singleton
    ClaimTask claimTask(
            Tasks tasks,
            ChannelAccounts accounts,
            AccountPaces paces,
            CheckPersona personas,
            PoliciesInForce policies,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new ClaimTask(tasks, accounts, paces, personas, policies, sights, work, clock);
    }

    @Singleton
    FriendRoom friendRoom(ChannelAccounts accounts, Tasks tasks) {
        return new FriendRoom(accounts, tasks);
    }

    @Singleton
    OrderHandWork orderHandWork(
            Tasks tasks,
            HandTasks hands,
            ChannelAccounts accounts,
            AccountPaces paces,
            FriendRoom room,
            CheckPersona personas,
            Reachability reachability,
            Relationships relationships,
            PostsInSight posts,
            LeavesOut leavesOut,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new OrderHandWork(
                tasks,
                hands,
                accounts,
                paces,
                room,
                personas,
                reachability,
                relationships,
                posts,
                leavesOut,
                sights,
                work,
                clock);
    }

    @Singleton
    AddFriendByHand addFriendByHand(ResolveCustomers resolve, RelationshipBook book) {
        return new AddFriendByHand(resolve, book);
    }

    @Singleton
    ReportOnTask reportOnTask(
            Tasks tasks,
            ChannelAccounts accounts,
            Identities identities,
            Relationships relationships,
            AddFriendByHand friends,
            EndRelationship end,
            RecordInteractions interactions,
            CareForAccount care,
            Reactions reactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new ReportOnTask(
                tasks,
                accounts,
                identities,
                relationships,
                friends,
                end,
                interactions,
                care,
                reactions,
                sights,
                work,
                clock);
    }

    @Singleton
    EndBannedAccounts endBannedAccounts(
            AccountStandings standings,
            Relationships relationships,
            EndRelationship end,
            Reactions reactions,
            UnitOfWork work) {
        return new EndBannedAccounts(standings, relationships, end, reactions, work);
    }

    @Singleton
    ReadWorklist readWorklist(
            Tasks tasks,
            TaskReferences references,
            StaffMembers members,
            ChannelAccounts accounts,
            ResolveSight sights,
            BrandClock clock) {
        return new ReadWorklist(tasks, references, members, accounts, sights, clock);
    }

    @Singleton
    MakeTasks makeTasks(Tasks tasks, PoliciesInForce policies, IdSource ids) {
        return new MakeTasks(tasks, policies, ids);
    }

    @Singleton
    CancelTasks cancelTasks(Tasks tasks, TaskWitness witness) {
        return new CancelTasks(tasks, witness);
    }

    @Singleton
    TakeBackHandWork takeBackHandWork(
            Tasks tasks,
            Reachability reachability,
            Relationships relationships,
            TaskWitness witness,
            BrandClock clock) {
        return new TakeBackHandWork(tasks, reachability, relationships, witness, clock);
    }

    @Singleton
    TakeBackMessages takeBackMessages(Tasks tasks, HardStops stops, TaskWitness witness, BrandClock clock) {
        return new TakeBackMessages(tasks, stops, witness, clock);
    }

    @Singleton
    EndTask endTask(Tasks tasks, ResolveSight sights, TaskWitness witness, UnitOfWork work, BrandClock clock) {
        return new EndTask(tasks, sights, witness, work, clock);
    }

    @Singleton
    FollowsHolder giveTasksToHolder(Tasks tasks) {
        return new GiveTasksToHolder(tasks);
    }

    @Singleton
    WithdrawForbidden withdrawForbidden(
            ScriptChecks checks, Tasks tasks, CheckPersona personas, TaskWitness witness, UnitOfWork work) {
        return new WithdrawForbidden(checks, tasks, personas, witness, work);
    }

    @Singleton
    ExpireTasks expireTasks(Tasks tasks, TaskWitness witness, UnitOfWork work) {
        return new ExpireTasks(tasks, witness, work);
    }

    @Singleton
    ReadTasks readTasks(Tasks tasks, TaskReferences references, ResolveSight sights) {
        return new ReadTasks(tasks, references, sights);
    }

    @Singleton
    Reactions reactions(SendWelcome welcome, EnrolByTrigger enrol, StopEnrolments stop) {
        return new GreetAndEnrol(welcome, enrol, stop);
    }
}
