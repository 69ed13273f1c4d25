package cn.siyu.application.insight;

import cn.siyu.application.brand.Caller;
import cn.siyu.application.brand.ResolveSight;
import cn.siyu.application.brand.Sight;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.contact.AskContactDecision;
import cn.siyu.application.contact.AskContactDecision.Verdict;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.insight.port.CustomerViews;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ContactClass;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.RelationshipId;
import cn.siyu.domain.id.PublicId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers whether customers that the caller sees may be contacted now, over which relationship,
/// and if not, why and from when (触达预判). Nothing is written or reserved.
public final class ForeseeContacts {
    private final AskContactDecision ask;
    private final CustomerViews customers;
    private final ResolveSight sights;
    private final Relationships relationships;
    private final ChannelAccounts accounts;

    public ForeseeContacts(
            AskContactDecision ask,
            CustomerViews customers,
            ResolveSight sights,
            Relationships relationships,
            ChannelAccounts accounts) {
        this.ask = ask;
        this.customers = customers;
        this.sights = sights;
        this.relationships = relationships;
        this.accounts = accounts;
    }

    /// What somebody wants to know.
    ///
    /// @param customers at most [AskContactDecision#MOST]
    public record Query(
            Caller caller, List<PublicId> customers, ContactClass contactClass, String touchpoint, boolean winBack) {
        public Query {
            customers = List.copyOf(customers);
        }
    }

    /// The answer for one customer.
    ///
    /// @param relationship over which it would go; null if there is none that the caller sees
    /// @param account through which it would go; null if there is none that the caller sees
    public record Foreseen(
            PublicId customer,
            @Nullable PublicId relationship,
            @Nullable PublicId account,
            Verdict verdict) {}

    /// What came of it.
    public sealed interface Outcome {
        /// One answer per customer, in the order of the question.
        record Answered(List<Foreseen> customers) implements Outcome {}

        /// Some customers are not there, or none that the caller sees.
        ///
        /// @param places where they stand in the question, from 0
        record Unknown(List<Integer> places) implements Outcome {}
    }

    public Outcome answer(Query query) {
        BrandId brand = query.caller().brand();
        var sight = sights.of(query.caller());
        Map<PublicId, CustomerId> known = customers.findAll(brand, sight, Set.copyOf(query.customers()));
        List<Integer> unknown = new ArrayList<>();
        List<CustomerId> asked = new ArrayList<>();
        for (int i = 0; i < query.customers().size(); i++) {
            CustomerId number = known.get(query.customers().get(i));
            if (number == null) {
                unknown.add(i);
            } else {
                asked.add(number);
            }
        }
        return unknown.isEmpty() ? answered(sight, query, asked) : new Outcome.Unknown(unknown);
    }

    private Outcome answered(Sight sight, Query query, List<CustomerId> asked) {
        BrandId brand = query.caller().brand();
        Map<CustomerId, Verdict> verdicts = new LinkedHashMap<>();
        ask.answer(
                        brand,
                        new AskContactDecision.Query(
                                asked.stream()
                                        .distinct()
                                        .map(number -> new Wanted(number, null))
                                        .toList(),
                                query.contactClass(),
                                query.touchpoint(),
                                query.winBack()))
                .forEach(verdict -> verdicts.put(verdict.customer(), verdict));
        Map<RelationshipId, PublicId> ways = new HashMap<>();
        relationships.of(brand, verdicts.keySet()).forEach(one -> ways.put(one.id(), one.publicId()));
        Map<ChannelAccountId, PublicId> through = new HashMap<>();
        accounts
                .findAll(
                        brand,
                        verdicts.values().stream()
                                .flatMap(verdict -> verdict.account().stream())
                                .collect(Collectors.toSet()))
                .stream()
                .filter(account -> sight.held(account.staff(), account.department()))
                .forEach(account -> through.put(account.id(), account.publicId()));
        List<Foreseen> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            var verdict =
                    Objects.requireNonNull(verdicts.get(asked.get(i)), "a customer that is there can be asked for");
            var account = verdict.account().map(through::get).orElse(null);
            answers.add(new Foreseen(
                    query.customers().get(i),
                    account == null
                            ? null
                            : verdict.relationship().map(ways::get).orElse(null),
                    account,
                    verdict));
        }
        return new Outcome.Answered(answers);
    }
}
