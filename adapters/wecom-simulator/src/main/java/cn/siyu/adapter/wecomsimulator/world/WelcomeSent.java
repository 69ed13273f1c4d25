package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A welcome message (欢迎语) reached a customer.
public record WelcomeSent(long at, int customer, String userid, String text, JsonNode attachments)
        implements LedgerRow {}
