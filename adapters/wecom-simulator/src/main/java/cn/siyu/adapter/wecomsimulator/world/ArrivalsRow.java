package cn.siyu.adapter.wecomsimulator.world;

/// How many of the planned customers have arrived. A customer who arrives later than its turn
/// (because the product could not be reached) holds the ones behind it back.
public record ArrivalsRow(int done) implements Row {}
