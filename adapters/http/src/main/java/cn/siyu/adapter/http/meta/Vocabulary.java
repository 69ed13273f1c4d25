package cn.siyu.adapter.http.meta;

import cn.siyu.adapter.http.contact.ContactVerdict;
import cn.siyu.adapter.http.contact.SendReason;
import cn.siyu.adapter.http.contact.SendRemedy;
import cn.siyu.adapter.http.content.AttachmentKind;
import cn.siyu.adapter.http.continuity.TransferKind;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.language.Language;
import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.sop.EnrolmentOutcome;
import cn.siyu.adapter.http.sop.EnrolmentState;
import cn.siyu.adapter.http.task.TaskState;
import cn.siyu.application.brand.CreateApiKey;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.channel.AllocationRecord;
import cn.siyu.application.channel.port.AccountStandings;
import cn.siyu.application.channel.port.AddingWay;
import cn.siyu.application.channel.port.Capability;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.Offer;
import cn.siyu.application.community.ReportReactions;
import cn.siyu.application.community.port.MomentAudiences;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.SendBatch;
import cn.siyu.application.continuity.port.Inheritances;
import cn.siyu.application.engine.ClockAdvance;
import cn.siyu.application.engine.Trouble;
import cn.siyu.application.graduation.AcceptInvitation;
import cn.siyu.application.insight.ImportKind;
import cn.siyu.application.insight.ImportRun;
import cn.siyu.application.insight.TimelineEntry;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.application.intake.Synchronization;
import cn.siyu.application.intake.SynchronizationPart;
import cn.siyu.application.task.OrderHandWork;
import cn.siyu.application.trust.CalibrationRun;
import cn.siyu.application.trust.port.TrustComparisons;
import cn.siyu.domain.audience.Assignment;
import cn.siyu.domain.audience.FieldType;
import cn.siyu.domain.brand.BrandMode;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.care.AccountCare;
import cn.siyu.domain.channel.care.Pace;
import cn.siyu.domain.channel.fit.CapacityAdvice;
import cn.siyu.domain.channel.fit.CapacityPlan;
import cn.siyu.domain.channel.fit.FitFact;
import cn.siyu.domain.channel.fit.FitTerm;
import cn.siyu.domain.channel.fit.Operation;
import cn.siyu.domain.channel.journey.JourneyStep;
import cn.siyu.domain.channel.journey.Signal;
import cn.siyu.domain.channel.persona.Persona;
import cn.siyu.domain.channel.persona.PersonaAdvice;
import cn.siyu.domain.channel.policy.PolicyConfidence;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.community.MomentPost;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.contact.SendState;
import cn.siyu.domain.continuity.Inheritance;
import cn.siyu.domain.continuity.Transfer;
import cn.siyu.domain.continuity.pool.PoolClaim;
import cn.siyu.domain.continuity.pool.PoolEntry;
import cn.siyu.domain.continuity.pool.PoolReason;
import cn.siyu.domain.customer.BlacklistEntry;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.IdentityConflict;
import cn.siyu.domain.customer.identity.IdentityDecision;
import cn.siyu.domain.customer.lifecycle.Stage;
import cn.siyu.domain.graduation.Candidate;
import cn.siyu.domain.graduation.Difference;
import cn.siyu.domain.graduation.FitCriterion;
import cn.siyu.domain.graduation.FitVerdict;
import cn.siyu.domain.graduation.Program;
import cn.siyu.domain.graduation.ValueTier;
import cn.siyu.domain.sop.Enrolment;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.task.Observation;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.trust.Confidence;
import cn.siyu.domain.trust.alert.AlertAdvice;
import cn.siyu.domain.trust.alert.AlertKind;
import cn.siyu.domain.trust.alert.RelationshipAlert;
import cn.siyu.domain.trust.calibration.CalibrationReport;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/// The words behind every code of the API, in both languages, so that no client keeps a table of
/// its own. They stand in `vocabulary_en.properties` and `vocabulary_zh.properties` as
/// `group.CONSTANT=label | description`.
public final class Vocabulary {
    /// One code with its words.
    record Term(String group, String code, Text label, Text description) {}

    /// The enumerations that clients meet. A new one is added here, and to the texts.
    private static final List<Group<?>> GROUPS = List.of(
            new Group<>("accountHealth", ChannelAccount.Health.class, Enum::name),
            new Group<>("accountState", ChannelAccount.State.class, Enum::name),
            new Group<>("accountIncident", AccountStandings.Incident.Kind.class, Enum::name),
            new Group<>("accountPaceHealth", Pace.Health.class, Enum::name),
            new Group<>("handWork", OrderHandWork.Kind.class, Enum::name),
            new Group<>("ifFull", OrderHandWork.IfFull.class, Enum::name),
            new Group<>("observation", Observation.class, Enum::name),
            new Group<>("operatorStrain", AccountCare.Strain.class, Enum::name),
            new Group<>("addingDirection", AddingWay.Direction.class, Enum::name),
            new Group<>("capability", Capability.class, Enum::name),
            new Group<>("channelStability", ChannelDescriptor.Stability.class, Enum::name),
            new Group<>("channelSupport", Offer.Support.class, Enum::name),
            new Group<>("allocationRule", ContactWay.Rule.class, Enum::name),
            new Group<>("allocationState", AllocationRecord.State.class, Enum::name),
            new Group<>("attachmentKind", AttachmentKind.class, Enum::name),
            new Group<>("batchKind", SendBatch.Kind.class, Enum::name),
            new Group<>("batchState", BatchState.class, Enum::name),
            new Group<>("brandMode", BrandMode.class, Enum::name),
            new Group<>("contactClass", ContactClass.class, Enum::name),
            new Group<>("contactVerdict", ContactVerdict.class, Enum::name),
            new Group<>("dataScope", CreateApiKey.Sees.class, Enum::name),
            new Group<>("clockAdvanceState", ClockAdvance.State.class, Enum::name),
            new Group<>("departmentKind", Department.Kind.class, Enum::name),
            new Group<>("confidence", Confidence.Knowledge.class, Enum::name),
            new Group<>("trustAlertAdvice", AlertAdvice.class, Enum::name),
            new Group<>("trustAlertKind", AlertKind.class, Enum::name),
            new Group<>("trustAlertReason", RelationshipAlert.Reason.class, Enum::name),
            new Group<>("trustAlertState", RelationshipAlert.State.class, Enum::name),
            new Group<>("calibrationState", CalibrationRun.State.class, Enum::name),
            new Group<>("calibrationComponent", CalibrationReport.Component.class, Enum::name),
            new Group<>("calibrationObjection", CalibrationReport.Objection.class, Enum::name),
            new Group<>("executionGrouping", ExecutionRates.By.class, Enum::name),
            new Group<>("trustComparison", TrustComparisons.By.class, Enum::name),
            new Group<>("retentionGrouping", Retentions.By.class, Enum::name),
            new Group<>("arm", Assignment.Arm.class, Enum::name),
            new Group<>("enrolmentExit", Enrolment.ExitReason.class, Enum::name),
            new Group<>("enrolmentOrigin", Enrolment.Origin.class, Enum::name),
            new Group<>("enrolmentOutcome", EnrolmentOutcome.class, Enum::name),
            new Group<>("enrolmentState", EnrolmentState.class, Enum::name),
            new Group<>("sopChange", SopChange.Kind.class, Enum::name),
            new Group<>("sopState", Sop.State.class, Enum::name),
            new Group<>("endedBy", Relationship.By.class, Enum::name),
            new Group<>("fieldType", FieldType.class, Enum::name),
            new Group<>("fitFact", FitFact.class, Enum::name),
            new Group<>("fitTerm", FitTerm.class, Enum::name),
            new Group<>("operation", Operation.class, Enum::name),
            new Group<>("capacityWarning", CapacityAdvice.Warning.class, Enum::name),
            new Group<>("operatorLoad", CapacityPlan.Load.class, Enum::name),
            new Group<>("customerAdvice", FitVerdict.Advice.class, Enum::name),
            new Group<>("fitCriterion", FitCriterion.class, Enum::name),
            new Group<>("valueTier", ValueTier.class, Enum::name),
            new Group<>("programKind", Program.Kind.class, Enum::name),
            new Group<>("programState", Program.State.class, Enum::name),
            new Group<>("candidateState", Candidate.State.class, Enum::name),
            new Group<>("invitationCame", AcceptInvitation.Came.class, Enum::name),
            new Group<>("finding", Difference.Finding.class, Enum::name),
            new Group<>("reading", Difference.Reading.class, Enum::name),
            new Group<>("gender", Customer.Gender.class, Enum::name),
            new Group<>("blacklistReason", BlacklistEntry.Reason.class, Enum::name),
            new Group<>("blacklistEnd", BlacklistEntry.How.class, Enum::name),
            new Group<>("identityConflict", IdentityConflict.Reason.class, Enum::name),
            new Group<>("journeyStep", JourneyStep.class, Enum::name),
            new Group<>("interactionSignal", Signal.class, Enum::name),
            new Group<>("lifecycleStage", Stage.class, Enum::name),
            new Group<>("timelineKind", TimelineEntry.Kind.class, Enum::name),
            new Group<>("identityVerdict", IdentityDecision.Verdict.class, Enum::name),
            new Group<>("identityType", IdentityType.class, Enum::name),
            new Group<>("importKind", ImportKind.class, Enum::name),
            new Group<>("importState", ImportRun.State.class, Enum::name),
            new Group<>("momentPostState", MomentPost.State.class, Enum::name),
            new Group<>("momentReaction", ReportReactions.Kind.class, Enum::name),
            new Group<>("personaFigure", Persona.Figure.class, Enum::name),
            new Group<>("personaIndustry", PersonaAdvice.Industry.class, Enum::name),
            new Group<>("personaSize", PersonaAdvice.Size.class, Enum::name),
            new Group<>("personaReason", PersonaAdvice.Reason.class, Enum::name),
            new Group<>("weekday", DayOfWeek.class, Enum::name),
            new Group<>("policyConfidence", PolicyConfidence.class, Enum::name),
            new Group<>("policyKind", PolicyKind.class, Enum::name),
            new Group<>("responseStatus", Responses.Status.class, Enum::name),
            new Group<>("scope", Scope.class, Scope::code),
            new Group<>("sendReason", SendReason.class, Enum::name),
            new Group<>("sendRemedy", SendRemedy.class, Enum::name),
            new Group<>("sendState", SendState.class, Enum::name),
            new Group<>("synchronizationKind", Synchronization.Kind.class, Enum::name),
            new Group<>("synchronizationPartState", SynchronizationPart.State.class, Enum::name),
            new Group<>("synchronizationState", Synchronization.State.class, Enum::name),
            new Group<>("inheritanceKind", Inheritance.Kind.class, Enum::name),
            new Group<>("inheritanceState", Inheritance.State.class, Enum::name),
            new Group<>("transferKind", TransferKind.class, Enum::name),
            new Group<>("transferState", Transfer.State.class, Enum::name),
            new Group<>("transferReason", Transfer.Reason.class, Enum::name),
            new Group<>("poolReason", PoolReason.class, Enum::name),
            new Group<>("poolState", PoolEntry.State.class, Enum::name),
            new Group<>("poolLeave", PoolEntry.Why.class, Enum::name),
            new Group<>("poolClaimEnd", PoolClaim.How.class, Enum::name),
            new Group<>("takerStanding", Inheritances.Standing.class, Enum::name),
            new Group<>("taskState", TaskState.class, Enum::name),
            new Group<>("taskClaimLost", Task.Lost.class, Enum::name),
            new Group<>("leftOutReason", MomentAudiences.Why.class, Enum::name),
            new Group<>("troubleKind", Trouble.Kind.class, Enum::name),
            new Group<>("troubleCommand", Trouble.Command.class, Enum::name));

    private static final Map<Language, Properties> TEXTS =
            Map.of(Language.EN, texts("vocabulary_en.properties"), Language.ZH, texts("vocabulary_zh.properties"));

    private Vocabulary() {}

    static List<Term> terms() {
        var terms = new ArrayList<Term>();
        for (Group<?> group : GROUPS) {
            terms.addAll(group.terms());
        }
        for (IdType type : IdType.values()) {
            Text use = Text.of("Ids of this kind begin with %s_.", "此类编号以 %s_ 开头。", type.prefix());
            terms.add(new Term("idPrefix", type.prefix(), type.label(), use));
        }
        return List.copyOf(terms);
    }

    /// What a constant means, in a sentence.
    public static <E extends Enum<E>> Text meaning(E constant) {
        return GROUPS.stream()
                .filter(group -> group.type() == constant.getDeclaringClass())
                .map(group -> text(group.name() + "." + constant.name(), 1))
                .findFirst()
                .orElseThrow();
    }

    private static Text text(String key, int part) {
        return new Text(part(Language.EN, key, part), part(Language.ZH, key, part));
    }

    private static String part(Language language, String key, int part) {
        String text = texts(language).getProperty(key, "");
        String[] parts = text.split("\\|", -1);
        if (parts.length != 2 || parts[part].isBlank()) {
            throw new IllegalStateException("the vocabulary needs " + language + " words for " + key);
        }
        return parts[part].strip();
    }

    static Properties texts(Language language) {
        return TEXTS.getOrDefault(language, new Properties());
    }

    private static Properties texts(String name) {
        var texts = new Properties();
        try (var in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private record Group<E extends Enum<E>>(String name, Class<E> type, Function<E, String> code) {
        List<Term> terms() {
            return Stream.of(type.getEnumConstants())
                    .map(each -> new Term(
                            name,
                            code.apply(each),
                            text(name + "." + each.name(), 0),
                            text(name + "." + each.name(), 1)))
                    .toList();
        }
    }
}
