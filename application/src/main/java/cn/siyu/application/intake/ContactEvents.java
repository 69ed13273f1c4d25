package cn.siyu.application.intake;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelEvent;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.continuity.NoticeTransfers;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.EndRelationship;
import cn.siyu.application.customer.SynchronizeContact;
import cn.siyu.application.intake.WorkOffInbox.Result;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Carries out events about one contact of one account.
///
/// A new contact is greeted even while the channel does not tell who it is: the greeting has
/// seconds only, the rest of the event is worked off later.
public final class ContactEvents {
    private final AddRelationship add;
    private final EndRelationship end;
    private final SynchronizeContact synchronize;
    private final Reactions reactions;
    private final NoticeTransfers transfers;
    private final UnitOfWork work;

    public ContactEvents(
            AddRelationship add,
            EndRelationship end,
            SynchronizeContact synchronize,
            Reactions reactions,
            NoticeTransfers transfers,
            UnitOfWork work) {
        this.add = add;
        this.end = end;
        this.synchronize = synchronize;
        this.reactions = reactions;
        this.transfers = transfers;
        this.work = work;
    }

    Result take(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelEvent.AboutContact event,
            Instant now,
            Runnable done) {
        return switch (event) {
            case ChannelEvent.ContactAdded added -> added(brand, connection, account, added, now, done);
            case ChannelEvent.ContactEdited edited -> edited(brand, connection, account, edited, done);
            case ChannelEvent.ContactDeletedByStaff deleted ->
                deleted.byTransfer()
                        ? handedOver(brand, connection, account, deleted, now, done)
                        : ended(brand, connection, account, deleted, Relationship.By.STAFF, done);
            case ChannelEvent.ContactDeletedByCustomer deleted ->
                ended(brand, connection, account, deleted, Relationship.By.CUSTOMER, done);
            case ChannelEvent.TransferFailed failed -> {
                work.run(() -> {
                    transfers.noticed(brand, key(connection, failed.contactId()), account.id(), now);
                    done.run();
                });
                yield new Result.Done();
            }
        };
    }

    private Result added(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelEvent.ContactAdded event,
            Instant now,
            Runnable done) {
        var seen = look(connection, account, event.contactId());
        work.run(() -> {
            boolean awaited = transfers.noticed(brand, key(connection, event.contactId()), account.id(), now);
            var command = new AddRelationship.Command(
                    brand,
                    account.id(),
                    key(connection, event.contactId()),
                    seen.person(),
                    seen.addWay(),
                    event.state() == null ? seen.state() : event.state(),
                    event.at());
            begun(add.handle(command))
                    .filter(relationship -> !awaited && !transfers.inherited(brand, relationship))
                    .ifPresent(relationship -> reactions.began(brand, relationship, event.welcomeCode(), event.at()));
            seen.follower().ifPresent(follower -> synchronize(brand, connection, account, event.contactId(), seen));
            if (seen.problem() == null) {
                done.run();
            }
        });
        return seen.problem() == null ? new Result.Done() : new Result.NotYet(seen.problem());
    }

    private static Optional<Relationship> begun(AddRelationship.Outcome outcome) {
        return switch (outcome) {
            case AddRelationship.Outcome.Added added -> Optional.of(added.relationship());
            case AddRelationship.Outcome.Announced announced -> Optional.of(announced.relationship());
            case AddRelationship.Outcome.AddedAndEnded _ -> Optional.empty();
            case AddRelationship.Outcome.Known _ -> Optional.empty();
        };
    }

    /// A colleague has taken the customer over. If we know of that transfer, both relationships
    /// change together once it is read: the customer is nobody's loss for a moment.
    private Result handedOver(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelEvent.ContactDeletedByStaff event,
            Instant now,
            Runnable done) {
        boolean ours = work.inTransaction(() -> {
            boolean noticed = transfers.noticed(brand, key(connection, event.contactId()), account.id(), now);
            if (noticed) {
                done.run();
            }
            return noticed;
        });
        return ours ? new Result.Done() : ended(brand, connection, account, event, Relationship.By.TRANSFER, done);
    }

    private Result edited(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelEvent.ContactEdited event,
            Runnable done) {
        var seen = look(connection, account, event.contactId());
        if (seen.problem() != null) {
            return new Result.NotYet(seen.problem());
        }
        work.run(() -> {
            seen.follower().ifPresent(follower -> synchronize(brand, connection, account, event.contactId(), seen));
            done.run();
        });
        return new Result.Done();
    }

    private Result ended(
            BrandId brand,
            ChannelConnection connection,
            ChannelAccount account,
            ChannelEvent.AboutContact event,
            Relationship.By by,
            Runnable done) {
        work.run(() -> {
            var command = new EndRelationship.Command(
                    brand, account.id(), key(connection, event.contactId()), by, event.at());
            if (end.handle(command) instanceof EndRelationship.Outcome.Ended ended) {
                reactions.ended(brand, ended.relationship(), ended.customer(), ended.lost(), event.at());
            }
            done.run();
        });
        return new Result.Done();
    }

    private void synchronize(
            BrandId brand, ChannelConnection connection, ChannelAccount account, String contactId, Seen seen) {
        var follower = seen.follower().orElseThrow();
        synchronize.handle(new SynchronizeContact.Command(
                brand,
                account.id(),
                key(connection, contactId),
                seen.person().nickname(),
                seen.person().gender(),
                follower.remark().isEmpty() ? null : follower.remark(),
                follower.description().isEmpty() ? null : follower.description(),
                seen.tags()));
    }

    private static IdentityKey key(ChannelConnection connection, String contactId) {
        return new IdentityKey(IdentityType.EXTERNAL_USERID, connection.idScope(), contactId);
    }

    /// What the channel tells about a contact of an account now.
    ///
    /// @param follower empty if they are no contacts any more
    /// @param problem why the channel could not be asked; null if it could
    private record Seen(
            AddRelationship.Person person,
            Optional<ContactDirectory.Follower> follower,
            List<SynchronizeContact.SeenTag> tags,
            @Nullable String problem) {
        static final AddRelationship.Person NOBODY = new AddRelationship.Person(null, Customer.Gender.UNKNOWN, null);

        static Seen nothing() {
            return new Seen(NOBODY, Optional.empty(), List.of(), null);
        }

        static Seen failed(String problem) {
            return new Seen(NOBODY, Optional.empty(), List.of(), problem);
        }

        int addWay() {
            return follower.map(ContactDirectory.Follower::addWay).orElse(0);
        }

        @Nullable
        String state() {
            return follower.map(ContactDirectory.Follower::state).orElse(null);
        }
    }

    private static Seen look(ChannelConnection connection, ChannelAccount account, String contactId) {
        return switch (connection.contacts().fetch(contactId)) {
            case Answer.Done<ContactDirectory.Contact>(var contact) -> seen(connection, account, contact);
            case Answer.NotDone<ContactDirectory.Contact> not ->
                not.reason().passing() ? Seen.failed(not.reason() + ": " + not.detail()) : Seen.nothing();
            case Answer.Unknown<ContactDirectory.Contact>(var detail) -> Seen.failed(detail);
        };
    }

    private static Seen seen(ChannelConnection connection, ChannelAccount account, ContactDirectory.Contact contact) {
        var profile = contact.profile();
        var person = new AddRelationship.Person(
                profile.name().isEmpty() ? null : profile.name(), gender(profile.gender()), profile.unionId());
        var follower = contact.followers().stream()
                .filter(one -> one.staff().equalsIgnoreCase(account.address()))
                .findFirst();
        var wanted = follower.map(one -> Set.copyOf(one.tagIds())).orElse(Set.of());
        if (wanted.isEmpty()) {
            return new Seen(person, follower, List.of(), null);
        }
        return switch (connection.tags().list()) {
            case Answer.Done<List<TagDirectory.TagGroup>>(var groups) ->
                new Seen(person, follower, named(groups, wanted), null);
            case Answer.NotDone<List<TagDirectory.TagGroup>> not ->
                new Seen(person, Optional.empty(), List.of(), not.reason() + ": " + not.detail());
            case Answer.Unknown<List<TagDirectory.TagGroup>>(var detail) ->
                new Seen(person, Optional.empty(), List.of(), detail);
        };
    }

    private static List<SynchronizeContact.SeenTag> named(List<TagDirectory.TagGroup> groups, Set<String> wanted) {
        Map<String, SynchronizeContact.SeenTag> byId = new HashMap<>();
        for (var group : groups) {
            for (var tag : group.tags()) {
                byId.put(tag.id(), new SynchronizeContact.SeenTag(tag.id(), group.name(), tag.name()));
            }
        }
        var found = new ArrayList<SynchronizeContact.SeenTag>();
        wanted.stream().sorted().forEach(id -> {
            var tag = byId.get(id);
            if (tag != null) {
                found.add(tag);
            }
        });
        return found;
    }

    private static Customer.Gender gender(ContactDirectory.Gender gender) {
        return switch (gender) {
            case UNKNOWN -> Customer.Gender.UNKNOWN;
            case MALE -> Customer.Gender.MALE;
            case FEMALE -> Customer.Gender.FEMALE;
        };
    }
}
