package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.graduation.AcceptInvitation;
import cn.siyu.application.graduation.AdvanceCandidates;
import cn.siyu.application.graduation.ChooseCandidates;
import cn.siyu.application.graduation.DefineProgram;
import cn.siyu.application.graduation.FitCustomer;
import cn.siyu.application.graduation.FollowCandidates;
import cn.siyu.application.graduation.GraduationPolicies;
import cn.siyu.application.graduation.GraduationWitness;
import cn.siyu.application.graduation.InviteCandidates;
import cn.siyu.application.graduation.MeasureProgram;
import cn.siyu.application.graduation.MeasureValue;
import cn.siyu.application.graduation.RankFits;
import cn.siyu.application.graduation.ReadPrograms;
import cn.siyu.application.graduation.ReportProgram;
import cn.siyu.application.graduation.Rooms;
import cn.siyu.application.graduation.SwitchProgram;
import cn.siyu.application.graduation.port.Candidates;
import cn.siyu.application.graduation.port.Fits;
import cn.siyu.application.graduation.port.ProgramResults;
import cn.siyu.application.graduation.port.Programs;
import cn.siyu.application.intake.Reactions;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolOne;
import cn.siyu.application.sop.Enroller;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.task.CancelHandWork;
import cn.siyu.application.task.FriendRoom;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.task.TaskWitness;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.trust.CarryTrust;
import cn.siyu.application.trust.ReadTrust;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.TrustPolicies;
import cn.siyu.application.trust.port.TrustLedger;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class GraduationWiring {
    @Singleton
    GraduationPolicies graduationPolicies(PoliciesInForce policies) {
        return GraduationPolicies.of(policies);
    }

    @Singleton
    MeasureValue measureValue(Fits fits, GraduationPolicies policies, Brands brands, UnitOfWork work) {
        return new MeasureValue(fits, policies, brands, work);
    }

    @Singleton
    Rooms rooms(ChannelAccounts accounts, AccountPaces paces, Candidates candidates, Brands brands) {
        return new Rooms(accounts, paces, candidates, brands);
    }

    @Singleton
    FitCustomer fitCustomer(Fits fits, MeasureValue value, Rooms rooms, GraduationPolicies policies, BrandClock clock) {
        return new FitCustomer(fits, value, rooms, policies, clock);
    }

    @Singleton
    RankFits rankFits(
            Fits fits,
            MeasureValue value,
            Rooms rooms,
            GraduationPolicies policies,
            ResolveSight sights,
            Brands brands,
            BrandClock clock) {
        return new RankFits(fits, value, rooms, policies, sights, brands, clock);
    }

    @Singleton
    ChooseCandidates chooseCandidates(
            Programs programs,
            Candidates candidates,
            Fits fits,
            RankFits rank,
            Rooms rooms,
            ChannelAccounts accounts,
            GraduationPolicies policies,
            IdSource ids,
            UnitOfWork work) {
        return new ChooseCandidates(programs, candidates, fits, rank, rooms, accounts, policies, ids, work);
    }

    @Singleton
    InviteCandidates inviteCandidates(
            PlanSends plan,
            HandTasks hands,
            Tasks tasks,
            ChannelAccounts accounts,
            AccountPaces paces,
            FriendRoom room,
            Reachability reachability,
            Identities identities,
            Persons persons) {
        return new InviteCandidates(plan, hands, tasks, accounts, paces, room, reachability, identities, persons);
    }

    @Singleton
    CarryTrust carryTrust(
            RecordEvidence evidence, TrustLedger ledger, TrustPolicies policies, Persons persons, BrandClock clock) {
        return new CarryTrust(evidence, ledger, policies, persons, clock);
    }

    @Singleton
    EnrolOne enrolOne(Sops sops, Definitions definitions, Customers customers, Enroller enroller, Brands brands) {
        return new EnrolOne(sops, definitions, customers, enroller, brands);
    }

    @Singleton
    FollowCandidates followCandidates(
            Relationships relationships,
            Persons persons,
            ReadTrust trust,
            CarryTrust carry,
            StopEnrolments stop,
            EnrolOne enrol,
            Reachability reachability,
            CancelHandWork cancel) {
        return new FollowCandidates(relationships, persons, trust, carry, stop, enrol, reachability, cancel);
    }

    @Singleton
    CancelHandWork cancelHandWork(Tasks tasks, TaskWitness witness) {
        return new CancelHandWork(tasks, witness);
    }

    @Singleton
    AdvanceCandidates advanceCandidates(
            Candidates candidates,
            Programs programs,
            InviteCandidates invite,
            FollowCandidates follow,
            UnitOfWork work) {
        return new AdvanceCandidates(candidates, programs, invite, follow, work);
    }

    @Singleton
    GraduationWitness graduationWitness(Candidates candidates, Persons persons, BrandClock clock) {
        return new GraduationWitness(candidates, persons, clock);
    }

    @Singleton
    AcceptInvitation acceptInvitation(
            Candidates candidates,
            ChannelAccounts accounts,
            Identities identities,
            Persons persons,
            Relationships relationships,
            AddFriendByHand friends,
            Reactions reactions,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new AcceptInvitation(
                candidates, accounts, identities, persons, relationships, friends, reactions, sights, work, clock);
    }

    @Singleton
    DefineProgram defineProgram(
            Programs programs,
            ChannelAccounts accounts,
            Materials materials,
            Sops sops,
            GraduationPolicies policies,
            IdSource ids,
            UnitOfWork work,
            BrandClock clock) {
        return new DefineProgram(programs, accounts, materials, sops, policies, ids, work, clock);
    }

    @Singleton
    MeasureProgram measureProgram(Candidates candidates, GraduationPolicies policies) {
        return new MeasureProgram(candidates, policies);
    }

    @Singleton
    SwitchProgram switchProgram(
            Programs programs,
            Candidates candidates,
            ProgramResults results,
            MeasureProgram measure,
            UnitOfWork work,
            BrandClock clock) {
        return new SwitchProgram(programs, candidates, results, measure, work, clock);
    }

    @Singleton
    ReadPrograms readPrograms(
            Programs programs,
            Candidates candidates,
            ChannelAccounts accounts,
            Materials materials,
            Sops sops,
            ResolveSight sights) {
        return new ReadPrograms(programs, candidates, accounts, materials, sops, sights);
    }

    @Singleton
    ReportProgram reportProgram(Programs programs, ProgramResults results, MeasureProgram measure, BrandClock clock) {
        return new ReportProgram(programs, results, measure, clock);
    }
}
