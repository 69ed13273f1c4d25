package cn.siyu.domain.channel.allocation;

import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import java.util.List;
import java.util.Map;

/// What became of a visit (分流结果). It is kept, whatever it says.
public sealed interface AllocationDecision {
    /// Every candidate with its verdict, per tier that was asked, in order.
    List<TierVerdicts> considered();

    /// What one tier's candidates were found to be.
    ///
    /// @param verdicts per account, in the contact way's order
    record TierVerdicts(Tier tier, Map<ChannelAccountId, Verdict> verdicts) {
        public TierVerdicts {
            verdicts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(verdicts));
        }
    }

    /// The visitor knows an account already and is led back to it; no place is needed.
    record Returned(ChannelAccountId account) implements AllocationDecision {
        @Override
        public List<TierVerdicts> considered() {
            return List.of();
        }
    }

    /// An account takes the visitor.
    ///
    /// @param tier where it was found; a later tier than the first is a fallback
    /// @param currentWeights where smooth weighted round robin stands now; only accounts that
    ///     changed
    record Allocated(
            ChannelAccountId account,
            Tier tier,
            ContactWay.Rule rule,
            Map<ChannelAccountId, Long> currentWeights,
            List<TierVerdicts> considered)
            implements AllocationDecision {
        public Allocated {
            currentWeights = Map.copyOf(currentWeights);
            considered = List.copyOf(considered);
        }
    }

    /// Nobody can take the visitor now (排队): the verdicts say why.
    record Waiting(List<TierVerdicts> considered) implements AllocationDecision {
        public Waiting {
            considered = List.copyOf(considered);
        }
    }
}
