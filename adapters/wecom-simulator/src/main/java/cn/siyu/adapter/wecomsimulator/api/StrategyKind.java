package cn.siyu.adapter.wecomsimulator.api;

import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.MomentStrategyRow;
import cn.siyu.adapter.wecomsimulator.world.StrategyBook;
import cn.siyu.adapter.wecomsimulator.world.StrategyRow;
import cn.siyu.adapter.wecomsimulator.world.TagGroupRow;

/// What strategies are about: two sets of the same calls, each with its own numbers and privileges.
enum StrategyKind {
    /// Customers (客户联系规则组); each has tags of its own.
    CUSTOMERS("customer_strategy", Privileges.CUSTOMERS) {
        @Override
        StrategyBook book(Corp corp) {
            return corp.strategies();
        }

        @Override
        void put(Corp corp, StrategyRow row) {
            corp.put(row);
        }

        @Override
        void end(Corp corp, int id) {
            corp.tags().strategyGroups().stream()
                    .filter(group -> group.strategyId() == id)
                    .forEach(group -> corp.put(new TagGroupRow.Gone(group.id())));
            corp.put(new StrategyRow.Gone(id));
        }
    },
    /// Moments (客户朋友圈规则组).
    MOMENTS("moment_strategy", Privileges.MOMENTS) {
        @Override
        StrategyBook book(Corp corp) {
            return corp.momentStrategies();
        }

        @Override
        void put(Corp corp, StrategyRow row) {
            corp.put(new MomentStrategyRow(row));
        }

        @Override
        void end(Corp corp, int id) {
            corp.put(new MomentStrategyRow.Gone(id));
        }
    };

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // holds unmodifiable collections only
    private final Privileges privileges;

    StrategyKind(String path, Privileges privileges) {
        this.path = path;
        this.privileges = privileges;
    }

    String path() {
        return path;
    }

    Privileges privileges() {
        return privileges;
    }

    abstract StrategyBook book(Corp corp);

    abstract void put(Corp corp, StrategyRow row);

    /// Ends a strategy with what belongs to it.
    abstract void end(Corp corp, int id);
}
