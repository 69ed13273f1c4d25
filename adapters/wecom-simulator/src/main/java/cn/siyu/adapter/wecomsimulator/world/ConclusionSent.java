package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A closing message (结束语) reached a customer when its temporary chat ended; a text and
/// something else are two.
public record ConclusionSent(long at, int customer, String userid, String text, JsonNode attachments)
        implements LedgerRow {}
