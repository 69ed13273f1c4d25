package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.wire.Endpoint.Call;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.world.TagBook;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;
import cn.siyu.adapter.wecomsimulator.world.TagRow;
import java.util.List;
import java.util.Optional;

/// Which tags a call is about: the corp's, or those of strategies that the calling app made.
///
/// @param strategyId the strategy that new groups belong to, and that is asked for; 0 for none
/// @param agentId the calling app, which what is new belongs to
record TagScope(boolean ofStrategies, int strategyId, int agentId) {
    /// The tags of the corp.
    static TagScope corp(Call call) {
        return new TagScope(false, 0, call.app().agentId());
    }

    /// The tags of one strategy of the first level, or of all when none is named.
    static TagScope strategies(Call call, boolean mustName) {
        if (!mustName && !call.params().has("strategy_id")) {
            return new TagScope(true, 0, call.app().agentId());
        }
        var strategy = StrategyApi.named(call, "strategy_id");
        if (strategy.parentId() != 0) {
            throw Errcode.invalidParam("strategy_id");
        }
        return new TagScope(true, strategy.id(), call.app().agentId());
    }

    boolean has(TagGroupRow group) {
        return ofStrategies
                ? group.strategyId() > 0
                        && group.agentId() == agentId
                        && (strategyId == 0 || group.strategyId() == strategyId)
                : group.strategyId() == 0;
    }

    Optional<TagGroupRow> group(TagBook book, String id) {
        return book.group(id).filter(this::has);
    }

    Optional<TagRow> tag(TagBook book, String id) {
        return book.tag(id).filter(tag -> group(book, tag.groupId()).isPresent());
    }

    /// Refuses to change what another app, or an administrator, has made.
    void checkCreator(int madeBy) {
        if (madeBy != agentId) {
            throw Errcode.NOT_TAG_CREATOR.error();
        }
    }

    List<TagGroupRow> groups(TagBook book) {
        return (ofStrategies ? book.strategyGroups() : book.groups())
                .stream().filter(this::has).toList();
    }

    Optional<TagGroupRow> groupNamed(TagBook book, String name) {
        return groups(book).stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
