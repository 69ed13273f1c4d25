package cn.siyu.application.customer;

import cn.siyu.application.brand.BrandClock;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.customer.port.Tags;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.customer.Tag;
import cn.siyu.domain.customer.TagId;

/// Defines a tag of the brand (标签). The channel learns of it when it is set for the first time.
public final class DefineTag {
    private final UnitOfWork work;
    private final BrandClock clock;
    private final IdSource ids;
    private final Tags tags;

    public DefineTag(UnitOfWork work, BrandClock clock, IdSource ids, Tags tags) {
        this.work = work;
        this.clock = clock;
        this.ids = ids;
        this.tags = tags;
    }

    /// The tag's two names, 1 to 30 characters each.
    public record Command(BrandId brand, String group, String name) {}

    /// What came of it.
    public sealed interface Outcome {
        /// A new tag.
        record Defined(Tag tag) implements Outcome {}

        /// The group has a tag of that name.
        record Taken(Tag tag) implements Outcome {}
    }

    public Outcome handle(Command command) {
        return work.inTransaction(() -> tags.byName(command.brand(), command.group(), command.name())
                .<Outcome>map(Outcome.Taken::new)
                .orElseGet(() -> define(command)));
    }

    private Outcome define(Command command) {
        var now = clock.now(command.brand());
        long id = ids.next();
        var tag = new Tag(new TagId(id), ids.publicId(id, now), command.group(), command.name(), null, 1, now, now);
        tags.add(command.brand(), tag);
        return new Outcome.Defined(tag);
    }
}
