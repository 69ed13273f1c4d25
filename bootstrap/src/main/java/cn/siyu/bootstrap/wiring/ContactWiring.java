package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.AccountPaces;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.application.contact.Admission;
import cn.siyu.application.contact.AskContactDecision;
import cn.siyu.application.contact.CallBatch;
import cn.siyu.application.contact.CancelSends;
import cn.siyu.application.contact.Channels;
import cn.siyu.application.contact.ClaimBatches;
import cn.siyu.application.contact.CloseResponseWindows;
import cn.siyu.application.contact.ConcludeBatch;
import cn.siyu.application.contact.ConcludeByHand;
import cn.siyu.application.contact.DispatchBatches;
import cn.siyu.application.contact.DispatchSettings;
import cn.siyu.application.contact.EquipBatches;
import cn.siyu.application.contact.HardStops;
import cn.siyu.application.contact.HoldBack;
import cn.siyu.application.contact.KeepResults;
import cn.siyu.application.contact.Ledgers;
import cn.siyu.application.contact.LostCustomers;
import cn.siyu.application.contact.MaterialComposer;
import cn.siyu.application.contact.PlanSends;
import cn.siyu.application.contact.PollResults;
import cn.siyu.application.contact.PollSchedule;
import cn.siyu.application.contact.ReadContacts;
import cn.siyu.application.contact.ReadQuotas;
import cn.siyu.application.contact.RecordResponse;
import cn.siyu.application.contact.RemindStaff;
import cn.siyu.application.contact.ReplanDeferred;
import cn.siyu.application.contact.Rules;
import cn.siyu.application.contact.SendPlanner;
import cn.siyu.application.contact.SendWelcome;
import cn.siyu.application.contact.SettleResponses;
import cn.siyu.application.contact.TrustEvidence;
import cn.siyu.application.contact.UploadFiles;
import cn.siyu.application.contact.port.Composer;
import cn.siyu.application.contact.port.ContactLedgers;
import cn.siyu.application.contact.port.ContactLog;
import cn.siyu.application.contact.port.Governors;
import cn.siyu.application.contact.port.IgnoredEvidence;
import cn.siyu.application.contact.port.PausedSops;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.RecipientQuotas;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.content.MaterialLimits;
import cn.siyu.application.content.port.FileSources;
import cn.siyu.application.content.port.Materials;
import cn.siyu.application.content.port.UploadedFiles;
import cn.siyu.application.customer.port.LostFriends;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.task.HandTasks;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.TrustPolicies;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.contact.ContactGovernor;
import cn.siyu.domain.contact.ContactPolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

@Factory
final class ContactWiring {
    /// The machine's monotonic clock, for how long ago something was.
    private static final LongSupplier TICKS = System::nanoTime;

    @Singleton
    Governors governors(PoliciesInForce policies) {
        return (brand, channel, at) -> new ContactGovernor(
                policies.of(PolicyKind.CONTACT, brand, at, ContactPolicy::from), policies.platform(brand, channel, at));
    }

    @Singleton
    Channels channels(List<ChannelAdapter> adapters) {
        return new Channels(adapters);
    }

    @Singleton
    Rules contactRules(Governors governors, Channels channels) {
        return new Rules(governors, channels);
    }

    @Singleton
    Ledgers ledgers(ContactLedgers ledgers, RecipientQuotas quotas, Persons persons) {
        return new Ledgers(ledgers, quotas, persons);
    }

    @Singleton
    SendPlanner sendPlanner(
            Reachability reachability,
            Ledgers ledgers,
            Rules rules,
            Composer composer,
            SendBatches batches,
            ChannelAccounts accounts,
            AccountPaces paces,
            HandTasks hands,
            IdSource ids) {
        var byHand = new SendPlanner.ByHand(accounts, paces, hands);
        return new SendPlanner(reachability, ledgers, rules, composer, batches, byHand, ids);
    }

    @Singleton
    PlanSends planSends(SendPlanner planner, Sends sends, BrandClock clock, IdSource ids) {
        return new PlanSends(planner, sends, clock, ids);
    }

    @Singleton
    LostCustomers lostCustomers(
            ChannelAccounts accounts,
            LostFriends lost,
            Reachability reachability,
            PlanSends plan,
            ResolveSight sights,
            UnitOfWork work) {
        return new LostCustomers(accounts, lost, reachability, plan, sights, work);
    }

    @Singleton
    HoldBack holdBack(PausedSops paused) {
        return new HoldBack(paused);
    }

    @Singleton
    ReplanDeferred replanDeferred(SendPlanner planner, Sends sends, HoldBack holdBack, UnitOfWork work) {
        return new ReplanDeferred(planner, sends, holdBack, work);
    }

    @Singleton
    SendWelcome sendWelcome(
            Relationships relationships,
            ContactWays contactWays,
            Reachability reachability,
            Rules rules,
            Composer composer,
            Sends sends,
            SendBatches batches,
            BrandClock clock,
            IdSource ids) {
        return new SendWelcome(relationships, contactWays, reachability, rules, composer, sends, batches, clock, ids);
    }

    @Singleton
    Admission admission(
            Reachability reachability,
            Ledgers ledgers,
            Rules rules,
            Sends sends,
            HoldBack holdBack,
            CheckPersona personas) {
        return new Admission(reachability, ledgers, rules, sends, holdBack, personas);
    }

    @Singleton
    ClaimBatches claimBatches(SendBatches batches, Sends sends, Admission admission, UnitOfWork work) {
        return new ClaimBatches(batches, sends, admission, work, TICKS, DispatchSettings.STANDARD);
    }

    @Singleton
    ConcludeBatch concludeBatch(
            SendBatches batches, Sends sends, SendResults results, Ledgers ledgers, Rules rules, UnitOfWork work) {
        return new ConcludeBatch(batches, sends, results, ledgers, rules, work);
    }

    @Singleton
    CallBatch callBatch(Rules rules, ConcludeBatch conclusions, Brands brands, BrandClock clock) {
        return new CallBatch(
                rules, conclusions, brands, clock, TICKS, DispatchSettings.STANDARD, PollSchedule.STANDARD);
    }

    @Singleton
    UploadFiles uploadFiles(FileSources sources, UploadedFiles uploads, UnitOfWork work) {
        return new UploadFiles(sources, uploads, work, DispatchSettings.STANDARD);
    }

    @Singleton
    EquipBatches equipBatches(UploadFiles files, SendBatches batches, ConcludeBatch conclusions) {
        return new EquipBatches(files, batches, conclusions);
    }

    @Singleton
    DispatchBatches dispatchBatches(
            SendBatches batches,
            EquipBatches equipment,
            ClaimBatches claims,
            CallBatch call,
            ConcludeBatch conclusions,
            BrandClock clock,
            InstantSource machine) {
        return new DispatchBatches(
                batches, equipment, claims, call, conclusions, clock, machine, DispatchSettings.STANDARD);
    }

    @Singleton
    KeepResults keepResults(SendResults results, Ledgers ledgers, Rules rules) {
        return new KeepResults(results, ledgers, rules);
    }

    @Singleton
    ConcludeByHand concludeByHand(Sends sends, KeepResults keep, Ledgers ledgers, Rules rules) {
        return new ConcludeByHand(sends, keep, ledgers, rules);
    }

    @Singleton
    PollResults pollResults(
            SendBatches batches, SendResults results, KeepResults keep, CallBatch calls, UnitOfWork work) {
        return new PollResults(batches, results, keep, calls, work, PollSchedule.STANDARD);
    }

    @Singleton
    RemindStaff remindStaff(SendBatches batches, Rules rules, CallBatch calls) {
        return new RemindStaff(batches, rules, calls);
    }

    @Singleton
    CancelSends cancelSends(Sends sends, SendBatches batches, Ledgers ledgers, Rules rules) {
        return new CancelSends(sends, batches, ledgers, rules);
    }

    @Singleton
    HardStops hardStops(Sends sends, Reachability reachability, Rules rules) {
        return new HardStops(sends, reachability, rules);
    }

    @Singleton
    MaterialLimits materialLimits(List<ChannelAdapter> channels) {
        return new MaterialLimits(channels);
    }

    @Singleton
    Composer composer(Materials materials, MaterialLimits limits, CheckPersona personas) {
        return new MaterialComposer(materials, limits, personas);
    }

    @Singleton
    SettleResponses settleResponses(
            Responses responses,
            Ledgers ledgers,
            IgnoredEvidence evidence,
            TrustPolicies trust,
            Rules rules,
            Persons persons) {
        return new SettleResponses(responses, ledgers, evidence, trust, rules, persons);
    }

    @Singleton
    CloseResponseWindows closeResponseWindows(Responses responses, SettleResponses settle, UnitOfWork work) {
        return new CloseResponseWindows(responses, settle, work);
    }

    @Singleton
    RecordResponse recordResponse(Responses responses, SettleResponses settle, BrandClock clock, Persons persons) {
        return new RecordResponse(responses, settle, clock, persons);
    }

    @Singleton
    IgnoredEvidence ignoredEvidence(RecordEvidence record) {
        return new TrustEvidence(record);
    }

    @Singleton
    AskContactDecision askContactDecision(Reachability reachability, Ledgers ledgers, Rules rules, BrandClock clock) {
        return new AskContactDecision(reachability, ledgers, rules, clock);
    }

    @Singleton
    ReadContacts readContacts(ContactLog log, ResolveSight sights) {
        return new ReadContacts(log, sights);
    }

    @Singleton
    ReadQuotas readQuotas(Reachability reachability, Ledgers ledgers, Rules rules, BrandClock clock) {
        return new ReadQuotas(reachability, ledgers, rules, clock);
    }
}
