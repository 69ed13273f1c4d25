package cn.siyu.application.intake;

import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.application.intake.WorkOffInbox.Result;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Brings the brand's tags (企业标签) in line with the channel's after an administrator changed
/// them there. Events say only that something changed, and deletions of a group name none of its
/// tags: so all are compared.
///
/// A tag that is gone on the channel stays with us, without the channel's id: what customers have
/// is not taken away.
public final class TagEvents {
    private final Tags tags;
    private final IdSource ids;
    private final UnitOfWork work;

    public TagEvents(Tags tags, IdSource ids, UnitOfWork work) {
        this.tags = tags;
        this.ids = ids;
        this.work = work;
    }

    Result synchronize(BrandId brand, ChannelConnection connection, Instant now, Runnable done) {
        return switch (connection.tags().list()) {
            case Answer.Done<List<TagDirectory.TagGroup>>(var groups) -> {
                work.run(() -> {
                    compare(brand, groups, now);
                    done.run();
                });
                yield new Result.Done();
            }
            case Answer.NotDone<List<TagDirectory.TagGroup>> not ->
                new Result.NotYet(not.reason() + ": " + not.detail());
            case Answer.Unknown<List<TagDirectory.TagGroup>>(var detail) -> new Result.NotYet(detail);
        };
    }

    private record Names(String group, String name) {}

    private void compare(BrandId brand, List<TagDirectory.TagGroup> groups, Instant now) {
        var byRef = new HashMap<String, Tag>();
        var byNames = new HashMap<Names, Tag>();
        for (var tag : tags.all(brand)) {
            Optional.ofNullable(tag.channelRef()).ifPresent(ref -> byRef.put(ref, tag));
            byNames.put(new Names(tag.group(), tag.name()), tag);
        }
        var there = new HashSet<String>();
        for (var group : groups) {
            for (var seen : group.tags()) {
                there.add(seen.id());
                take(brand, new Names(group.name(), seen.name()), seen.id(), byRef, byNames, now);
            }
        }
        byRef.forEach((ref, tag) -> {
            if (!there.contains(ref)) {
                tags.replace(brand, changed(tag, new Names(tag.group(), tag.name()), null, now));
            }
        });
    }

    private void take(
            BrandId brand, Names names, String ref, Map<String, Tag> byRef, Map<Names, Tag> byNames, Instant now) {
        var known = byRef.get(ref);
        var namesake = byNames.get(names);
        if (known != null) {
            boolean renamed =
                    !known.group().equals(names.group()) || !known.name().equals(names.name());
            if (renamed && namesake == null) {
                tags.replace(brand, changed(known, names, ref, now));
            }
        } else if (namesake != null) {
            tags.replace(brand, changed(namesake, names, ref, now));
        } else {
            long id = ids.next();
            tags.add(
                    brand,
                    new Tag(new TagId(id), ids.publicId(id, now), names.group(), names.name(), ref, 1, now, now));
        }
    }

    private static Tag changed(Tag tag, Names names, @Nullable String ref, Instant now) {
        return new Tag(
                tag.id(), tag.publicId(), names.group(), names.name(), ref, tag.version() + 1, tag.createdAt(), now);
    }
}
