package cn.siyu.application.intake;

import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.customer.AddRelationship.Person;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.SynchronizeContact.SeenTag;
import cn.siyu.application.customer.SynchronizeContacts;
import cn.siyu.application.customer.SynchronizeContacts.Contact;
import cn.siyu.application.customer.port.Relationships;
import cn.siyu.application.customer.port.Relationships.Live;
import cn.siyu.application.intake.SynchronizationPart.Count;
import cn.siyu.application.intake.SynchronizationPart.State;
import cn.siyu.application.intake.port.Synchronizations;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what was read of one account, together with how far it was read, inside the caller's
/// transaction: what is written once is not read again, and nothing is skipped.
final class TakeOverPages {
    /// Relationships that end in one transaction, at most.
    private static final int ENDS = 500;

    /// Changes of a part while pages are left; accounts of 50,000 contacts need some dozens.
    private static final int MOST_STEPS = 200;

    private static final String CONTRADICTION =
            "the channel's list of ids lacks contacts that its pages have just delivered; nothing was ended";
    private static final String ENDLESS = "the channel's pages do not end; nothing was ended";

    // what the columns hold; a platform's answer is not to be trusted with that
    private static final int NAME = 100;
    private static final int REMARK = 100;
    private static final int DESCRIPTION = 200;
    private static final int SOURCE = 64;
    private static final int CONTACT_ID = 128;

    private final SynchronizeContacts contacts;
    private final EndRelationship end;
    private final Relationships relationships;
    private final Reactions reactions;
    private final Synchronizations synchronizations;

    TakeOverPages(
            SynchronizeContacts contacts,
            EndRelationship end,
            Relationships relationships,
            Reactions reactions,
            Synchronizations synchronizations) {
        this.contacts = contacts;
        this.end = end;
        this.relationships = relationships;
        this.reactions = reactions;
        this.synchronizations = synchronizations;
    }

    /// Whose pages they are.
    ///
    /// @param tags the channel's tags by its ids
    /// @param enrolFrom whoever became a contact after it is enrolled; null: nobody is
    record Source(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            Map<String, SeenTag> tags,
            @Nullable Instant enrolFrom) {}

    /// Writes pages, and says how far the part is now.
    SynchronizationPart take(Source source, SynchronizationPart part, FarSidePages pages, Instant now) {
        var count = rows(source, pages, now);
        var reached = pages.complete() ? State.COMPARING : part.state();
        var ids = pages.ids();
        if (ids.isPresent()) {
            var missing = missing(source, ids.get());
            if (contradicts(part, pages, ids.get(), missing)) {
                return failed(source, part.at(reached, null, count, now), CONTRADICTION);
            }
            var gone = gone(missing, pages.askedAt());
            var ended = gone.subList(0, Math.min(ENDS, gone.size()));
            ended.forEach(live -> end(source, live, now));
            count = count.plus(new Count(0, 0, 0, ended.size()));
            reached = ended.size() == gone.size() ? State.SUCCEEDED : State.COMPARING;
        }
        var after = part.at(reached, pages.next(), count, now);
        if (pages.next() != null && part.version() >= MOST_STEPS) {
            return failed(source, after, ENDLESS);
        }
        synchronizations.replace(source.brand(), after);
        return after;
    }

    private SynchronizationPart failed(Source source, SynchronizationPart reached, String problem) {
        var after = reached.failed(problem);
        synchronizations.replace(source.brand(), reached);
        synchronizations.replace(source.brand(), after);
        return after;
    }

    /// The list lacks whom a page has just delivered, or everybody though pages delivered somebody.
    /// One of both is wrong, and an end is not easily mended.
    private static boolean contradicts(
            SynchronizationPart part, FarSidePages pages, Set<String> ids, List<Live> missing) {
        if (ids.isEmpty() && (part.count().seen() > 0 || !pages.rows().isEmpty())) {
            return true;
        }
        var delivered =
                pages.rows().stream().map(row -> row.profile().contactId()).collect(Collectors.toSet());
        return missing.stream()
                .anyMatch(live -> delivered.contains(live.contact().value()));
    }

    private Count rows(Source source, FarSidePages pages, Instant now) {
        var seen = pages.rows().stream()
                .filter(row ->
                        row.follower().staff().equalsIgnoreCase(source.account().address()))
                .filter(row -> row.profile().contactId().length() <= CONTACT_ID)
                .map(row -> contact(source, row))
                .toList();
        var outcome = contacts.handle(source.brand(), seen, now);
        for (Relationship added : outcome.added()) {
            if (source.enrolFrom() != null && added.addedAt().isAfter(source.enrolFrom())) {
                reactions.began(source.brand(), added, null, added.addedAt());
            }
        }
        return new Count(seen.size(), outcome.added().size(), outcome.changed(), 0);
    }

    private static Contact contact(Source source, ContactDirectory.Relationship row) {
        var profile = row.profile();
        var follower = row.follower();
        return new Contact(
                source.account().id(),
                new IdentityKey(
                        IdentityType.EXTERNAL_USERID, source.connection().idScope(), profile.contactId()),
                new Person(text(profile.name(), NAME), gender(profile.gender()), unionId(profile)),
                follower.addWay(),
                text(follower.state(), SOURCE),
                follower.since(),
                text(follower.remark(), REMARK),
                text(follower.description(), DESCRIPTION),
                follower.tagIds().stream()
                        .flatMap(id -> Optional.ofNullable(source.tags().get(id)).stream())
                        .toList());
    }

    private static @Nullable String unionId(ContactDirectory.Profile profile) {
        var id = text(profile.unionId(), Integer.MAX_VALUE);
        return id == null || id.length() > CONTACT_ID ? null : id;
    }

    /// What a column can hold of a text; null for nothing.
    private static @Nullable String text(@Nullable String told, int most) {
        if (told == null || told.isBlank()) {
            return null;
        }
        var plain = told.indexOf(0) < 0 ? told : told.replace("\0", "");
        int end = Math.min(most, plain.length());
        boolean half = end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1));
        return plain.substring(0, half ? end - 1 : end);
    }

    private static Customer.Gender gender(ContactDirectory.Gender gender) {
        return switch (gender) {
            case UNKNOWN -> Customer.Gender.UNKNOWN;
            case MALE -> Customer.Gender.MALE;
            case FEMALE -> Customer.Gender.FEMALE;
        };
    }

    /// Whoever was written down after the question is left for the next time: the answer may be
    /// older.
    private static List<Live> gone(List<Live> missing, Instant askedAt) {
        return missing.stream()
                .filter(live -> live.knownSince().isBefore(askedAt))
                .toList();
    }

    /// Who is here and not there.
    private List<Live> missing(Source source, Set<String> there) {
        return relationships.liveOn(source.brand(), source.account().id()).stream()
                .filter(live -> live.contact().type() == IdentityType.EXTERNAL_USERID
                        && live.contact().scope().equals(source.connection().idScope())
                        && !there.contains(live.contact().value()))
                .sorted((one, other) ->
                        Long.compare(one.id().value(), other.id().value()))
                .toList();
    }

    private void end(Source source, Live live, Instant now) {
        var brand = source.brand();
        var command =
                new EndRelationship.Command(brand, source.account().id(), live.contact(), Relationship.By.UNKNOWN, now);
        if (end.handle(command) instanceof EndRelationship.Outcome.Ended ended) {
            reactions.ended(brand, ended.relationship(), ended.customer(), ended.lost(), now);
        }
    }
}
