package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelCommands;
import cn.siyu.application.contact.CancelSends;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.port.PausedSops;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.customer.port.Customers;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.sop.AdvanceEnrolments;
import cn.siyu.application.sop.CancelOpenSends;
import cn.siyu.application.sop.ChangeAtStore;
import cn.siyu.application.sop.DefineSop;
import cn.siyu.application.sop.Definitions;
import cn.siyu.application.sop.EnrolAudiences;
import cn.siyu.application.sop.EnrolByTrigger;
import cn.siyu.application.sop.EnrolCustomers;
import cn.siyu.application.sop.EnrolMatching;
import cn.siyu.application.sop.Enroller;
import cn.siyu.application.sop.EnrolmentWitness;
import cn.siyu.application.sop.NameSops;
import cn.siyu.application.sop.PersonaOfSop;
import cn.siyu.application.sop.PublishSopVersion;
import cn.siyu.application.sop.ReadDefinition;
import cn.siyu.application.sop.ReadSopChanges;
import cn.siyu.application.sop.ReadSops;
import cn.siyu.application.sop.ReadTemplates;
import cn.siyu.application.sop.SaveSopVersion;
import cn.siyu.application.sop.SetTemplateBounds;
import cn.siyu.application.sop.SopJournal;
import cn.siyu.application.sop.StandingStill;
import cn.siyu.application.sop.StepOrders;
import cn.siyu.application.sop.StepSends;
import cn.siyu.application.sop.StepTags;
import cn.siyu.application.sop.StopEnrolment;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.sop.StoreSteps;
import cn.siyu.application.sop.SwitchSop;
import cn.siyu.application.sop.Zones;
import cn.siyu.application.sop.port.Audiences;
import cn.siyu.application.sop.port.Enrolments;
import cn.siyu.application.sop.port.ReferenceBook;
import cn.siyu.application.sop.port.SopChanges;
import cn.siyu.application.sop.port.SopVersions;
import cn.siyu.application.sop.port.Sops;
import cn.siyu.application.sop.port.StoreVariants;
import cn.siyu.application.sop.port.Waves;
import cn.siyu.application.task.CancelTasks;
import cn.siyu.application.task.MakeTasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
final class SopWiring {
    @Singleton
    Definitions definitions(SopVersions versions) {
        return new Definitions(versions);
    }

    @Singleton
    ReadDefinition readDefinition(ReferenceBook book) {
        return new ReadDefinition(book);
    }

    @Singleton
    DefineSop defineSop(Sops sops, UnitOfWork work, IdSource ids, BrandClock clock) {
        return new DefineSop(sops, work, ids, clock);
    }

    @Singleton
    SaveSopVersion saveSopVersion(
            Sops sops,
            SopVersions versions,
            ReadDefinition definitions,
            UnitOfWork work,
            IdSource ids,
            BrandClock clock) {
        return new SaveSopVersion(sops, versions, definitions, work, ids, clock);
    }

    @Singleton
    PublishSopVersion publishSopVersion(
            Sops sops,
            SopVersions versions,
            ReadDefinition definitions,
            CheckPersona personas,
            Materials materials,
            SopJournal journal,
            UnitOfWork work,
            BrandClock clock) {
        return new PublishSopVersion(
                sops, versions, definitions, new PersonaOfSop(personas, materials), journal, work, clock);
    }

    @Singleton
    SwitchSop switchSop(
            Sops sops,
            SopVersions versions,
            Enrolments enrolments,
            Sends sends,
            SopJournal journal,
            UnitOfWork work,
            BrandClock clock) {
        return new SwitchSop(sops, versions, enrolments, sends, journal, work, clock);
    }

    @Singleton
    SopJournal sopJournal(SopChanges changes, IdSource ids) {
        return new SopJournal(changes, ids);
    }

    @Singleton
    ReadSopChanges readSopChanges(Sops sops, SopChanges changes) {
        return new ReadSopChanges(sops, changes);
    }

    /// What contact asks about SOPs: whether they stand still.
    @Singleton
    PausedSops pausedSops(Sops sops) {
        return new StandingStill(sops);
    }

    @Singleton
    NameSops nameSops(
            Sops sops,
            SopVersions versions,
            Customers customers,
            Relationships relationships,
            ReadDefinition definitions) {
        return new NameSops(sops, versions, customers, relationships, definitions);
    }

    @Singleton
    ReadSops readSops(
            Sops sops, SopVersions versions, Enrolments enrolments, Waves waves, ResolveSight sights, NameSops names) {
        return new ReadSops(sops, versions, enrolments, waves, sights, names);
    }

    @Singleton
    Enroller enroller(Enrolments enrolments, IdSource ids) {
        return new Enroller(enrolments, ids);
    }

    @Singleton
    EnrolByTrigger enrolByTrigger(
            Sops sops,
            Definitions definitions,
            Enrolments enrolments,
            Customers customers,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            BrandClock clock) {
        return new EnrolByTrigger(sops, definitions, enrolments, customers, audiences, enroller, brands, clock);
    }

    @Singleton
    EnrolCustomers enrolCustomers(
            Sops sops,
            Definitions definitions,
            Customers customers,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new EnrolCustomers(sops, definitions, customers, audiences, enroller, brands, sights, work, clock);
    }

    @Singleton
    EnrolMatching enrolMatching(
            Sops sops,
            Definitions definitions,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            ResolveSight sights,
            UnitOfWork work,
            BrandClock clock) {
        return new EnrolMatching(sops, definitions, audiences, enroller, brands, sights, work, clock);
    }

    @Singleton
    EnrolAudiences enrolAudiences(
            Sops sops,
            Definitions definitions,
            Audiences audiences,
            Enroller enroller,
            Brands brands,
            UnitOfWork work,
            BrandClock clock) {
        return new EnrolAudiences(sops, definitions, audiences, enroller, brands, work, clock);
    }

    /// What is taken back when an enrolment ends early: sends that have not left, tasks that are
    /// open.
    @Singleton
    EnrolmentWitness enrolmentWitness(CancelSends sends, CancelTasks tasks) {
        return EnrolmentWitness.of(List.of(new CancelOpenSends(sends), tasks));
    }

    @Singleton
    StopEnrolments stopEnrolments(
            Enrolments enrolments,
            Definitions definitions,
            EnrolmentWitness witness,
            Persons persons,
            UnitOfWork work,
            BrandClock clock) {
        return new StopEnrolments(enrolments, definitions, witness, persons, work, clock);
    }

    @Singleton
    StopEnrolment stopEnrolment(ReadSops read, StopEnrolments stop) {
        return new StopEnrolment(read, stop);
    }

    @Singleton
    StepOrders stepOrders(Reachability reachability, ChannelAccounts accounts, CheckPersona personas, MakeTasks tasks) {
        return new StepOrders(reachability, accounts, personas, tasks);
    }

    @Singleton
    StepSends stepSends(Audiences audiences, Waves waves, PlanSends plan, Brands brands, IdSource ids) {
        return new StepSends(audiences, waves, plan, brands, ids);
    }

    @Singleton
    StepTags stepTags(Reachability reachability, Tags tags, ChannelCommands commands, IdSource ids) {
        return new StepTags(reachability, tags, commands, ids);
    }

    @Singleton
    StoreSteps storeSteps(StoreVariants variants, Departments departments) {
        return new StoreSteps(variants, departments);
    }

    @Singleton
    SetTemplateBounds setTemplateBounds(Sops sops, SopVersions versions, StoreVariants variants, UnitOfWork work) {
        return new SetTemplateBounds(sops, versions, variants, work);
    }

    @Singleton
    ChangeAtStore changeAtStore(
            Sops sops,
            SopVersions versions,
            StoreVariants variants,
            ReadDefinition definitions,
            CheckPersona personas,
            Materials materials,
            Departments departments,
            ResolveSight sights,
            IdSource ids,
            BrandClock clock,
            UnitOfWork work) {
        return new ChangeAtStore(
                sops,
                versions,
                variants,
                definitions,
                new PersonaOfSop(personas, materials),
                departments,
                sights,
                ids,
                clock,
                work);
    }

    @Singleton
    ReadTemplates readTemplates(
            Sops sops,
            SopVersions versions,
            StoreVariants variants,
            ReadSops read,
            ReadDefinition definitions,
            Departments departments,
            ResolveSight sights) {
        return new ReadTemplates(sops, versions, variants, read, definitions, departments, sights);
    }

    @Singleton
    AdvanceEnrolments advanceEnrolments(
            Enrolments enrolments,
            Sops sops,
            Definitions definitions,
            StoreSteps stores,
            StepSends sends,
            StepTags tags,
            StepOrders orders,
            Zones zones,
            EnrolmentWitness witness,
            UnitOfWork work) {
        return new AdvanceEnrolments(enrolments, sops, definitions, stores, sends, tags, orders, zones, witness, work);
    }

    @Singleton
    Zones zones(Customers customers, Brands brands) {
        return new Zones(customers, brands);
    }
}
