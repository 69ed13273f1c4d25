package cn.siyu.adapter.wecomsimulator.world;

import com.fasterxml.jackson.databind.JsonNode;

/// The corp's behaviour plan and the product it reports to, as they were loaded; the behaviour
/// model reads them.
public record BehaviourRow(JsonNode plan) implements Row {}
