package cn.siyu.bootstrap.wiring;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.PoliciesInForce;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.contact.AskContactDecision;
import cn.siyu.application.contact.ReadContacts;
import cn.siyu.application.contact.RecordResponse;
import cn.siyu.application.contact.SettleResponses;
import cn.siyu.application.contact.port.Responses.Given;
import cn.siyu.application.continuity.LeavePool;
import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.customer.KeepBlacklist;
import cn.siyu.application.customer.LifecyclePolicies;
import cn.siyu.application.customer.MeasureRhythm;
import cn.siyu.application.customer.PriorInForce;
import cn.siyu.application.customer.RegisterCustomer;
import cn.siyu.application.customer.RereadStages;
import cn.siyu.application.customer.ResolveCustomers;
import cn.siyu.application.customer.ReviseStage;
import cn.siyu.application.customer.WhenBlacklisted;
import cn.siyu.application.customer.port.Lifecycles;
import cn.siyu.application.customer.port.Persons;
import cn.siyu.application.customer.port.PurchaseRhythms;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.graduation.GraduationWitness;
import cn.siyu.application.insight.AttributeOrders;
import cn.siyu.application.insight.FollowInteractions;
import cn.siyu.application.insight.FollowOrders;
import cn.siyu.application.insight.ForeseeContacts;
import cn.siyu.application.insight.Goals;
import cn.siyu.application.insight.ImportRows;
import cn.siyu.application.insight.ImportTargets;
import cn.siyu.application.insight.JourneyPolicies;
import cn.siyu.application.insight.LocateReports;
import cn.siyu.application.insight.PlatformPolicies;
import cn.siyu.application.insight.ReadAttribution;
import cn.siyu.application.insight.ReadExecution;
import cn.siyu.application.insight.ReadImports;
import cn.siyu.application.insight.ReadJourney;
import cn.siyu.application.insight.ReadLosses;
import cn.siyu.application.insight.ReadReports;
import cn.siyu.application.insight.ReadRetention;
import cn.siyu.application.insight.RecordInteractions;
import cn.siyu.application.insight.RecordOrders;
import cn.siyu.application.insight.RecordRefunds;
import cn.siyu.application.insight.Responses;
import cn.siyu.application.insight.SearchCustomers;
import cn.siyu.application.insight.ViewCustomer;
import cn.siyu.application.insight.ViewFacts;
import cn.siyu.application.insight.port.Attributions;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.application.insight.port.ExecutionRates;
import cn.siyu.application.insight.port.FactViews;
import cn.siyu.application.insight.port.Imports;
import cn.siyu.application.insight.port.Interactions;
import cn.siyu.application.insight.port.Losses;
import cn.siyu.application.insight.port.Orders;
import cn.siyu.application.insight.port.Reports;
import cn.siyu.application.insight.port.Retentions;
import cn.siyu.application.insight.port.Whereabouts;
import cn.siyu.application.sop.StopEnrolments;
import cn.siyu.application.task.TakeBackHandWork;
import cn.siyu.application.task.TakeBackMessages;
import cn.siyu.application.trust.RecordEvidence;
import cn.siyu.application.trust.RelationshipEvidence;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.journey.JourneyPolicy;
import cn.siyu.domain.channel.policy.PolicyKind;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.OptOut;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.customer.lifecycle.LifecyclePolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Factory
final class InsightWiring {
    @Singleton
    LifecyclePolicies lifecyclePolicies(PoliciesInForce policies) {
        return (brand, at) -> policies.of(PolicyKind.LIFECYCLE, brand, at, LifecyclePolicy::from)
                .values();
    }

    @Singleton
    PriorInForce priorInForce(PurchaseRhythms rhythms) {
        return new PriorInForce(rhythms);
    }

    @Singleton
    MeasureRhythm measureRhythm(PurchaseRhythms rhythms, LifecyclePolicies policies, Brands brands, UnitOfWork work) {
        return new MeasureRhythm(rhythms, policies, brands, work);
    }

    @Singleton
    ReviseStage reviseStage(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            Lifecycles lifecycles,
            LifecyclePolicies policies,
            PriorInForce prior,
            Persons persons,
            IdSource ids) {
        return new ReviseStage(work, brands, clock, lifecycles, policies, prior, persons, ids);
    }

    @Singleton
    RereadStages rereadStages(
            UnitOfWork work, Lifecycles lifecycles, ReviseStage revise, PoliciesInForce policies, PriorInForce prior) {
        return new RereadStages(work, lifecycles, revise, new RereadStages.Editions() {
            @Override
            public String inForce(BrandId brand, Instant at) {
                return policies.of(PolicyKind.LIFECYCLE, brand, at, LifecyclePolicy::from)
                                .stamp()
                        + prior.stamp(brand);
            }

            @Override
            public Optional<Instant> nextAfter(BrandId brand, Instant at) {
                return policies.nextAfter(PolicyKind.LIFECYCLE, brand, at);
            }
        });
    }

    /// Stage and trust of customers whose relationships change; whoever opts out leaves the SOPs
    /// that say so; what people still have to send to somebody who must not be contacted is taken
    /// back.
    @Singleton
    CustomerWitness customerWitness(
            ReviseStage stage,
            RelationshipEvidence trust,
            StopEnrolments stop,
            TakeBackMessages messages,
            TakeBackHandWork handWork,
            SettleResponses settle,
            AttributeOrders attribute,
            GraduationWitness graduation,
            LeavePool pool,
            KeepBlacklist blacklist,
            BrandClock clock) {
        return CustomerWitness.of(List.of(
                blacklist,
                stage,
                trust,
                leavingOnOptOut(stop),
                asOnePerson(stop, settle, attribute, clock),
                messages,
                handWork,
                graduation,
                pool));
    }

    /// What follows for contacts, programs and attribution when customers are merged or separated.
    private static CustomerWitness asOnePerson(
            StopEnrolments stop, SettleResponses settle, AttributeOrders attribute, BrandClock clock) {
        return new CustomerWitness() {
            @Override
            public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
                // whose it is doesn't change
            }

            @Override
            public void regrouped(BrandId brand, List<Regrouped> regrouped) {
                var now = clock.now(brand);
                var people = new LinkedHashSet<CustomerId>();
                var births = new LinkedHashSet<CustomerId>();
                regrouped.forEach(one -> {
                    people.addAll(List.of(one.was(), one.is()));
                    births.addAll(List.of(one.birth(), one.was(), one.is()));
                });
                settle.regrouped(brand, people, now);
                stop.merged(brand, people, now);
                attribute.regrouped(brand, births, now);
            }
        };
    }

    /// What follows when people are put on the blacklist: programs stop, work for them is taken
    /// back, nobody claims or leads them anywhere.
    @Singleton
    WhenBlacklisted whenBlacklisted(
            StopEnrolments stop,
            TakeBackMessages messages,
            GraduationWitness graduation,
            LeavePool pool,
            BrandClock clock) {
        return (brand, people) -> {
            stop.blacklisted(brand, people, clock.now(brand));
            messages.blacklisted(brand, people);
            graduation.blacklisted(brand, people);
            pool.blacklisted(brand, people);
        };
    }

    private static CustomerWitness leavingOnOptOut(StopEnrolments stop) {
        return new CustomerWitness() {
            @Override
            public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
                // the loss of the last relationship is told by the channel's event
            }

            @Override
            public void optedOut(BrandId brand, OptOut optOut) {
                stop.optedOut(brand, optOut.customer(), optOut.since());
            }
        };
    }

    @Singleton
    PlatformPolicies platformPolicies(PoliciesInForce policies) {
        return (brand, channel, at) -> policies.platform(brand, channel, at).values();
    }

    @Singleton
    Responses responses(RecordResponse record) {
        return (brand, responses) -> record.responded(
                brand,
                responses.stream()
                        .map(one -> new Given(one.customer(), one.kind(), one.at()))
                        .toList());
    }

    @Singleton
    Goals goals(StopEnrolments stop) {
        return stop::goalReached;
    }

    @Singleton
    FollowInteractions followInteractions(
            RecordEvidence evidence,
            Responses responses,
            Relationships relationships,
            Interactions interactions,
            Whereabouts whereabouts,
            PlatformPolicies policies,
            ReviseStage stage) {
        return new FollowInteractions(evidence, responses, relationships, interactions, whereabouts, policies, stage);
    }

    @Singleton
    RecordInteractions recordInteractions(
            UnitOfWork work,
            BrandClock clock,
            IdSource ids,
            ResolveCustomers customers,
            Relationships relationships,
            Whereabouts whereabouts,
            Interactions interactions,
            FollowInteractions follow,
            JourneyPolicies journeys) {
        return new RecordInteractions(
                work, clock, ids, customers, relationships, whereabouts, interactions, follow, journeys);
    }

    @Singleton
    JourneyPolicies journeyPolicies(PoliciesInForce policies) {
        return (brand, at) ->
                policies.of(PolicyKind.JOURNEY, brand, at, JourneyPolicy::from).values();
    }

    @Singleton
    ReadJourney readJourney(ReadReports reports, JourneyPolicies policies, BrandClock clock) {
        return new ReadJourney(reports, policies, clock);
    }

    @Singleton
    AttributeOrders attributeOrders(UnitOfWork work, Orders orders, Attributions attributions, IdSource ids) {
        return new AttributeOrders(work, orders, attributions, ids);
    }

    @Singleton
    FollowOrders followOrders(
            Orders orders,
            AttributeOrders attribute,
            RecordEvidence evidence,
            Responses responses,
            Goals goals,
            ReviseStage stage) {
        return new FollowOrders(orders, attribute, evidence, responses, goals, stage);
    }

    @Singleton
    RecordOrders recordOrders(
            UnitOfWork work,
            Brands brands,
            BrandClock clock,
            IdSource ids,
            ResolveCustomers customers,
            Whereabouts whereabouts,
            Orders orders,
            FollowOrders follow) {
        return new RecordOrders(work, brands, clock, ids, customers, whereabouts, orders, follow);
    }

    @Singleton
    RecordRefunds recordRefunds(UnitOfWork work, BrandClock clock, IdSource ids, Orders orders, FollowOrders follow) {
        return new RecordRefunds(work, clock, ids, orders, follow);
    }

    @Singleton
    LocateReports locateReports(Whereabouts whereabouts, Brands brands, List<ChannelAdapter> channels) {
        return new LocateReports(whereabouts, brands, channels);
    }

    @Singleton
    ViewFacts viewFacts(FactViews views, ResolveSight sights) {
        return new ViewFacts(views, sights);
    }

    @Singleton
    ImportRows importRows(
            UnitOfWork work, Brands brands, BrandClock clock, IdSource ids, Imports imports, ImportTargets targets) {
        return new ImportRows(work, brands, clock, ids, imports, targets);
    }

    @Singleton
    ImportTargets importTargets(RegisterCustomer register, RecordOrders orders, RecordInteractions interactions) {
        return new ImportTargets(register, orders, interactions);
    }

    @Singleton
    ReadImports readImports(Imports imports) {
        return new ReadImports(imports);
    }

    @Singleton
    ReadRetention readRetention(Retentions retentions, ResolveSight sights, Brands brands, BrandClock clock) {
        return new ReadRetention(retentions, sights, brands, clock);
    }

    @Singleton
    ReadReports readReports(Reports reports, ResolveSight sights, Brands brands, BrandClock clock) {
        return new ReadReports(reports, sights, brands, clock);
    }

    @Singleton
    ReadAttribution readAttribution(ReadContacts contacts, Attributions attributions, Orders orders, Brands brands) {
        return new ReadAttribution(contacts, attributions, orders, brands);
    }

    @Singleton
    ForeseeContacts foreseeContacts(
            AskContactDecision ask,
            CustomerViews customers,
            ResolveSight sights,
            Relationships relationships,
            ChannelAccounts accounts) {
        return new ForeseeContacts(ask, customers, sights, relationships, accounts);
    }

    @Singleton
    SearchCustomers searchCustomers(CustomerViews views, ResolveSight sights, Brands brands, BrandClock clock) {
        return new SearchCustomers(views, sights, brands, clock);
    }

    @Singleton
    ViewCustomer viewCustomer(CustomerViews views, ResolveSight sights) {
        return new ViewCustomer(views, sights);
    }

    @Singleton
    ReadExecution readExecution(ExecutionRates rates, ResolveSight sights, Brands brands) {
        return new ReadExecution(rates, sights, brands);
    }

    @Singleton
    ReadLosses readLosses(Losses losses, ResolveSight sights, Brands brands) {
        return new ReadLosses(losses, sights, brands);
    }
}
