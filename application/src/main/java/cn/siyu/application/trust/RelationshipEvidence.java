package cn.siyu.application.trust;

import cn.siyu.application.customer.CustomerWitness;
import cn.siyu.application.trust.RecordEvidence.EvidenceFact;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.Regrouped;
import cn.siyu.domain.trust.policy.EvidenceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What relationships say about trust by beginning and ending. When it turns out later that one
/// began or ended at another time, the old evidence is taken back.
public final class RelationshipEvidence implements CustomerWitness {
    /// The platform's codes of ways in which the customer came by a deliberate act of its own or by
    /// a friend: scanned a code, took a card, came from the video channel, used an acquisition
    /// link, was shared by a colleague.
    private static final Set<Integer> STRONG = Set.of(1, 3, 10, 13, 16, 24, 201);

    private final RecordEvidence evidence;
    private final ProjectTrust project;

    public RelationshipEvidence(RecordEvidence evidence, ProjectTrust project) {
        this.evidence = evidence;
        this.project = project;
    }

    @Override
    public void changed(BrandId brand, @Nullable Relationship before, Relationship after) {
        Map<String, EvidenceFact> was = before == null ? Map.of() : factsOf(before);
        var is = factsOf(after);
        evidence.retract(
                brand, was.keySet().stream().filter(key -> !is.containsKey(key)).toList());
        var news = new ArrayList<EvidenceFact>();
        is.forEach((key, fact) -> {
            if (!was.containsKey(key)) {
                news.add(fact);
            }
        });
        evidence.record(brand, news);
        project.project(brand, List.of(after.customer()));
    }

    @Override
    public void changed(BrandId brand, List<Change> changes) {
        var retracted = new ArrayList<String>();
        var news = new ArrayList<EvidenceFact>();
        var customers = new LinkedHashSet<CustomerId>();
        for (Change change : changes) {
            var before = change.before();
            Map<String, EvidenceFact> was = before == null ? Map.of() : factsOf(before);
            var is = factsOf(change.after());
            was.keySet().stream().filter(key -> !is.containsKey(key)).forEach(retracted::add);
            is.forEach((key, fact) -> {
                if (!was.containsKey(key)) {
                    news.add(fact);
                }
            });
            customers.add(change.after().customer());
        }
        evidence.retract(brand, retracted);
        customers.removeAll(evidence.record(brand, news));
        project.project(brand, customers);
    }

    @Override
    public void regrouped(BrandId brand, List<Regrouped> regrouped) {
        var people = new LinkedHashSet<CustomerId>();
        regrouped.forEach(one -> people.addAll(List.of(one.was(), one.is())));
        project.project(brand, people);
    }

    private static Map<String, EvidenceFact> factsOf(Relationship relationship) {
        var facts = new HashMap<String, EvidenceFact>();
        if (relationship.contactWay() != null || STRONG.contains(relationship.addWay())) {
            add(facts, relationship, EvidenceKind.ADDED_BY_STRONG_SOURCE, "added", relationship.addedAt());
        }
        var ended = relationship.ended();
        if (ended != null && ended.by() == Relationship.By.CUSTOMER) {
            add(facts, relationship, EvidenceKind.DELETED, "deleted", ended.at());
        }
        return facts;
    }

    private static void add(
            Map<String, EvidenceFact> facts, Relationship relationship, EvidenceKind kind, String what, Instant at) {
        var key = "relationship:" + relationship.id().value() + ":" + what + ":" + at.toEpochMilli();
        facts.put(
                key,
                new EvidenceFact(
                        kind.code(), relationship.customer(), relationship.id(), at, relationship.updatedAt(), 1, key));
    }
}
