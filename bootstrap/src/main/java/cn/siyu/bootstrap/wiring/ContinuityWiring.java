package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.contact.DispatchSettings;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.MoveSends;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.continuity.AskForTransfers;
import cn.siyu.application.continuity.CancelInheritance;
import cn.siyu.application.continuity.CheckWishes;
import cn.siyu.application.continuity.Colleagues;
import cn.siyu.application.continuity.ConcludeTransfers;
import cn.siyu.application.continuity.Connections;
import cn.siyu.application.continuity.FollowTransfers;
import cn.siyu.application.continuity.NoticeTransfers;
import cn.siyu.application.continuity.PlanInheritance;
import cn.siyu.application.continuity.PrepareInheritances;
import cn.siyu.application.continuity.ReadInheritances;
import cn.siyu.application.continuity.Reassign;
import cn.siyu.application.continuity.RunInheritances;
import cn.siyu.application.continuity.StartInheritance;
import cn.siyu.application.continuity.TakeOver;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.continuity.port.TransferBook;
import cn.siyu.application.customer.HandOverRelationships;
import cn.siyu.application.customer.ListedRelationships;
import cn.siyu.application.customer.RelationshipBook;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Identities;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.sop.MoveEnrolments;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.task.MoveTasks;
import cn.siyu.application.task.port.Tasks;
import cn.siyu.application.trust.CarryTrustOfMany;
import cn.siyu.application.trust.ProjectTrust;
import cn.siyu.application.trust.TrustBasis;
import cn.siyu.application.trust.port.EvidenceLog;
import cn.siyu.application.trust.port.TrustLedger;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

@Factory
final class ContinuityWiring {
    @Singleton
    CarryTrustOfMany carryTrustOfMany(
            EvidenceLog log, TrustLedger ledger, IdSource ids, TrustBasis.Source basis, ProjectTrust project) {
        return new CarryTrustOfMany(log, ledger, ids, basis, project);
    }

    @Singleton
    HandOverRelationships handOverRelationships(
            Relationships relationships,
            Identities identities,
            ListedRelationships listed,
            RelationshipBook book,
            Tags tags,
            IdSource ids) {
        return new HandOverRelationships(relationships, identities, listed, book, tags, ids);
    }

    @Singleton
    TakeOver takeOver(
            HandOverRelationships relationships,
            Enrolments enrolments,
            Sends sends,
            SendBatches batches,
            Ledgers ledgers,
            Rules rules,
            Tasks tasks,
            CarryTrustOfMany trust,
            ChannelAccounts accounts) {
        return new TakeOver(
                relationships,
                new MoveEnrolments(enrolments),
                new MoveSends(sends, batches, ledgers, rules),
                new MoveTasks(tasks),
                trust,
                accounts);
    }

    @Singleton
    Connections connections(List<ChannelAdapter> channels) {
        return new Connections(channels);
    }

    @Singleton
    Colleagues colleagues(
            Brands brands,
            ChannelAccounts accounts,
            StaffMembers members,
            Departments departments,
            PoliciesInForce policies,
            TransferBook book) {
        return new Colleagues(brands, accounts, members, departments, policies, book);
    }

    @Singleton
    ConcludeTransfers concludeTransfers(
            Inheritances inheritances, TransferBook book, Colleagues colleagues, UnitOfWork work) {
        return new ConcludeTransfers(inheritances, book, new Reassign(inheritances, book, colleagues), work);
    }

    @Singleton
    PlanInheritance planInheritance(
            ChannelAccounts accounts,
            Relationships relationships,
            Identities identities,
            TransferBook book,
            Colleagues colleagues,
            Connections connections,
            PoliciesInForce policies) {
        return new PlanInheritance(accounts, relationships, identities, book, colleagues, connections, policies);
    }

    @Singleton
    AskForTransfers askForTransfers(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            Connections connections,
            PoliciesInForce policies,
            ConcludeTransfers conclusions,
            UnitOfWork work,
            IdSource ids,
            InstantSource machine) {
        return new AskForTransfers(
                inheritances, book, accounts, connections, policies, conclusions, work, ids, machine);
    }

    @Singleton
    FollowTransfers followTransfers(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            Connections connections,
            TakeOver takeOver,
            ConcludeTransfers conclusions,
            UnitOfWork work) {
        return new FollowTransfers(inheritances, book, accounts, connections, takeOver, conclusions, work);
    }

    @Singleton
    RunInheritances runInheritances(
            PlanInheritance plan,
            AskForTransfers ask,
            FollowTransfers follow,
            Inheritances inheritances,
            TransferBook book,
            UnitOfWork work,
            IdSource ids) {
        var prepare = new PrepareInheritances(inheritances, book, plan, work, ids);
        return new RunInheritances(prepare, ask, follow, inheritances, book, DispatchSettings.STANDARD.callOver());
    }

    @Singleton
    NoticeTransfers noticeTransfers(TransferBook book, Identities identities) {
        return new NoticeTransfers(book, identities);
    }

    @Singleton
    CheckWishes checkWishes(
            StaffMembers members,
            Departments departments,
            ChannelAccounts accounts,
            Customers customers,
            Relationships relationships,
            Persons persons,
            ResolveSight sights) {
        return new CheckWishes(members, departments, accounts, customers, relationships, persons, sights);
    }

    @Singleton
    StartInheritance startInheritance(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            CheckWishes wishes,
            PlanInheritance plan,
            Inheritances inheritances,
            TransferBook book) {
        return new StartInheritance(work, clock, ids, wishes, plan, inheritances, book);
    }

    @Singleton
    CancelInheritance cancelInheritance(
            UnitOfWork work, BrandClock clock, Inheritances inheritances, TransferBook book, ReadInheritances read) {
        return new CancelInheritance(work, clock, inheritances, book, read);
    }

    @Singleton
    ReadInheritances readInheritances(
            Inheritances inheritances,
            TransferBook book,
            ChannelAccounts accounts,
            StaffMembers members,
            Customers customers,
            Persons persons,
            ResolveSight sights) {
        return new ReadInheritances(inheritances, book, accounts, members, customers, persons, sights);
    }
}
