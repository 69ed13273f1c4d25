package cn.siyu.bootstrap.wiring;

import cn.siyu.application.channel.ProvideContactWayCodes;
import cn.siyu.application.channel.ReleaseHeldPlaces;
import cn.siyu.application.community.PublishMoments;
import cn.siyu.application.contact.CloseResponseWindows;
import cn.siyu.application.contact.DispatchBatches;
import cn.siyu.application.contact.PollResults;
import cn.siyu.application.contact.RemindStaff;
import cn.siyu.application.contact.ReplanDeferred;
import cn.siyu.application.continuity.FillPool;
import cn.siyu.application.continuity.ReleaseClaims;
import cn.siyu.application.continuity.RunInheritances;
import cn.siyu.application.customer.KeepBlacklist;
import cn.siyu.application.customer.MeasureRhythm;
import cn.siyu.application.customer.RereadStages;
import cn.siyu.application.customer.ReviseStage;
import cn.siyu.application.engine.CarryOutCommands;
import cn.siyu.application.engine.DueWork;
import cn.siyu.application.graduation.AdvanceCandidates;
import cn.siyu.application.graduation.ChooseCandidates;
import cn.siyu.application.graduation.MeasureValue;
import cn.siyu.application.insight.AttributeOrders;
import cn.siyu.application.intake.EndBannedAccounts;
import cn.siyu.application.intake.RunSynchronizations;
import cn.siyu.application.intake.WorkOffInbox;
import cn.siyu.application.sop.AdvanceEnrolments;
import cn.siyu.application.sop.EnrolAudiences;
import cn.siyu.application.task.ExpireTasks;
import cn.siyu.application.task.WithdrawForbidden;
import cn.siyu.application.trust.RefreshTrustProjections;
import cn.siyu.application.trust.RunCalibrations;
import cn.siyu.application.trust.WatchTrust;
import cn.siyu.bootstrap.wiring.EngineWiring.DueWorkInOrder;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/// All work that falls due by itself, most urgent first: what channels told us and the welcomes
/// that follow from it have seconds, everything else has minutes.
@Factory
final class DueWiring {
    @Singleton
    DueWorkInOrder dueWork(
            WorkOffInbox inbox,
            DispatchBatches dispatch,
            RunInheritances inheritances,
            ProvideContactWayCodes codes,
            PollResults polls,
            CloseResponseWindows windows,
            ReplanDeferred deferred,
            AdvanceEnrolments enrolments,
            EnrolAudiences audiences,
            RemindStaff reminders,
            CarryOutCommands commands,
            AttributeOrders attribution,
            ExpireTasks tasks,
            WithdrawForbidden scripts,
            ReleaseHeldPlaces places,
            ReviseStage dormancy,
            MeasureRhythm rhythm,
            RereadStages stages,
            RefreshTrustProjections trust,
            WatchTrust watch,
            RunCalibrations calibrations,
            EndBannedAccounts bans,
            MeasureValue value,
            ChooseCandidates choose,
            AdvanceCandidates candidates,
            PublishMoments moments,
            FillPool pool,
            ReleaseClaims poolClaims,
            KeepBlacklist blacklist,
            RunSynchronizations synchronizations) {
        return new DueWorkInOrder(List.<DueWork>of(
                new Due("inbox", inbox::runDue, inbox::nextDueAt),
                new Due("dispatch", dispatch::runDue, dispatch::nextDueAt),
                new Due("inheritances", inheritances::runDue, inheritances::nextDueAt),
                new Due("contact-way-codes", codes::runDue, codes::nextDueAt),
                new Due("results", polls::runDue, polls::nextDueAt),
                new Due("response-windows", windows::runDue, windows::nextDueAt),
                new Due("deferred-sends", deferred::runDue, deferred::nextDueAt),
                new Due(
                        "enrolments",
                        (brand, now, _) -> enrolments.runDue(brand, now, AdvanceEnrolments.CHUNK),
                        enrolments::nextDueAt),
                new Due("audiences", audiences::runDue, audiences::nextDueAt),
                new Due("reminders", reminders::runDue, reminders::nextDueAt),
                new Due("channel-commands", commands::runDue, commands::nextDueAt),
                new Due("attribution", attribution::runDue, attribution::nextDueAt),
                new Due("moments", moments::runDue, moments::nextDueAt),
                new Due("persona-changes", scripts::runDue, scripts::nextDueAt),
                new Due("task-expiry", tasks::runDue, tasks::nextDueAt),
                new Due("held-places", places::runDue, places::nextDueAt),
                new Due("dormancy", dormancy::runDue, dormancy::nextDueAt),
                new Due("purchase-rhythm", rhythm::runDue, rhythm::nextDueAt),
                new Due("lifecycle-policy", stages::runDue, stages::nextDueAt),
                new Due("banned-accounts", bans::runDue, bans::nextDueAt),
                new Due("blacklist", blacklist::runDue, blacklist::nextDueAt),
                new Due("pool-claims", poolClaims::runDue, poolClaims::nextDueAt),
                new Due("customer-pool", pool::runDue, pool::nextDueAt),
                new Due("value-scale", value::runDue, value::nextDueAt),
                new Due("graduation-programs", choose::runDue, choose::nextDueAt),
                new Due("graduation-candidates", candidates::runDue, candidates::nextDueAt),
                new Due("trust-projections", trust::runDue, trust::nextDueAt),
                new Due("trust-alerts", watch::runDue, watch::nextDueAt),
                new Due("trust-calibrations", calibrations::runDue, calibrations::nextDueAt),
                new Due("synchronizations", synchronizations::runDue, synchronizations::nextDueAt)));
    }
}
